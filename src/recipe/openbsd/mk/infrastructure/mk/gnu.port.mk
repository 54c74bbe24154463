# Configure scripts made by autoconf, and making them again.

AUTOMAKE_VERSION ?= 1.4
MODGNU_AUTOCONF_DEPENDS = devel/metaauto devel/autoconf/${AUTOCONF_VERSION}
MODGNU_AUTOMAKE_DEPENDS = devel/metaauto devel/automake/${AUTOMAKE_VERSION}

.if ${CONFIGURE_STYLE:L:Mautomake}
BUILD_DEPENDS += ${MODGNU_AUTOMAKE_DEPENDS}
MAKE_ENV += AUTOMAKE_VERSION=${AUTOMAKE_VERSION}
.  if ${CONFIGURE_STYLE:L:Mautoupdate}
CONFIGURE_STYLE += autoconf
.  endif
.endif
# Today's way makes everything again.
.if ${CONFIGURE_STYLE:L:Mautoreconf}
AUTOCONF_VERSION ?= 2.13
BUILD_DEPENDS += ${MODGNU_AUTOCONF_DEPENDS} ${MODGNU_AUTOMAKE_DEPENDS} devel/libtool
MAKE_ENV += AUTOCONF_VERSION=${AUTOCONF_VERSION} AUTOMAKE_VERSION=${AUTOMAKE_VERSION}
AUTORECONF ?= autoreconf --force --install
AUTOCONF_DIR ?= ${WRKSRC}
.elif ${CONFIGURE_STYLE:L:Mautoconf}
AUTOCONF_VERSION ?= 2.13
BUILD_DEPENDS += ${MODGNU_AUTOCONF_DEPENDS}
AUTOCONF ?= autoconf
AUTOUPDATE ?= autoupdate
AUTOHEADER ?= autoheader
AUTOCONF_DIR ?= ${WRKSRC}
AUTOCONF_ENV = PATH=${PORTPATH} AUTOCONF_VERSION=${AUTOCONF_VERSION}
MAKE_ENV += AUTOCONF_VERSION=${AUTOCONF_VERSION}
.  if !${CONFIGURE_STYLE:L:Mno-autoheader}
CONFIGURE_STYLE += autoheader
.  endif
.endif

MODGNU_CONFIG_GUESS_DIRS ?= ${WRKSRC}
MODGNU_configure = ${MODSIMPLE_configure}
MODGNU_post-patch =

.if ${CONFIGURE_STYLE:L:Mgnu}
# With `dest` the folders are those of the fake root, filled in by the makefiles.
.  if ${CONFIGURE_STYLE:L:Mdest}
_MODGNU_ROOT = $${${DESTDIRNAME}}
.  else
_MODGNU_ROOT =
.  endif
CONFIGURE_ENV += MKDIR_P='mkdir -p' DATADIRNAME=share
CONFIGURE_ARGS += --prefix='${_MODGNU_ROOT}${PREFIX}'
.  if !${CONFIGURE_STYLE:L:Mold}
CONFIGURE_ARGS += --sysconfdir='${_MODGNU_ROOT}${SYSCONFDIR}'
CONFIGURE_ARGS += --mandir='${_MODGNU_ROOT}${PREFIX}/man'
CONFIGURE_ARGS += --infodir='${_MODGNU_ROOT}${PREFIX}/info'
CONFIGURE_ARGS += --localstatedir='${_MODGNU_ROOT}${LOCALSTATEDIR}'
.  endif
CONFIGURE_ARGS += --disable-silent-rules
.  if !defined(BUILD_DEPENDS) || !${BUILD_DEPENDS:Mtextproc/gtk-doc}
CONFIGURE_ARGS += --disable-gtk-doc
CONFIGURE_ENV += ac_cv_path_GTKDOC_CHECK="" ac_cv_path_GTKDOC_REBASE="" ac_cv_path_GTKDOC_MKPDF=""
.  endif
MAKE_FLAGS += mkdir_p='mkdir -p --'
.endif

TEST_TARGET ?= check
