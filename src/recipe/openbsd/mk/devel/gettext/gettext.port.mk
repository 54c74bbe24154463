# Messages in the user's language: libintl, and the tools that compile catalogues.

_MODGETTEXT_SPEC = devel/gettext>=0.10.38
MODGETTEXT_LIB_DEPENDS = ${_MODGETTEXT_SPEC} converters/libiconv
MODGETTEXT_RUN_DEPENDS = ${_MODGETTEXT_SPEC}
MODGETTEXT_WANTLIB = intl>=5 iconv>=6

LIB_DEPENDS += ${MODGETTEXT_LIB_DEPENDS}
BUILD_DEPENDS += ${_MODGETTEXT_SPEC}
RUN_DEPENDS += ${MODGETTEXT_RUN_DEPENDS}
WANTLIB += ${MODGETTEXT_WANTLIB}

MODGETTEXT_TOOLS ?= Yes
.if ${MODGETTEXT_TOOLS:L} == yes
BUILD_DEPENDS += devel/gettext-tools
.endif
