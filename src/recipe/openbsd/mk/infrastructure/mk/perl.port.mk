# Perl's own ways: Makefile.PL, or Build.PL with `modbuild`.

TEST_TARGET ?= test
MODPERL_BUILD ?= Build
MODPERL_ADJ_FILES ?=
MODPERL_configure = perl Makefile.PL ${CONFIGURE_ARGS}
MODPERL_pre-fake =
.if !empty(MODPERL_ADJ_FILES)
MODPERL_BIN_ADJ = perl -pi -e '$$. == 1 && s|^.*perl[0-9.]*([\s].*)?$$|\#!/usr/bin/perl$$1|; close ARGV if eof'
MODPERL_pre-configure = for f in ${MODPERL_ADJ_FILES}; do ${MODPERL_BIN_ADJ} ${WRKSRC}/$${f}; done
.endif

.if ${CONFIGURE_STYLE:L:Mmodbuild}
.  if ${CONFIGURE_STYLE:L:Mtiny}
BUILD_DEPENDS += devel/p5-Module-Build-Tiny
.  elif !${CONFIGURE_STYLE:L:Mnone}
BUILD_DEPENDS += devel/p5-Module-Build
.  endif
_MODPERL = cd ${WRKSRC} && ${SETENV} ${MAKE_ENV} perl ${MODPERL_BUILD}
MODPERL_BUILD_TARGET = ${_MODPERL} build
MODPERL_TEST_TARGET = ${_MODPERL} ${TEST_TARGET}
MODPERL_INSTALL_TARGET = ${_MODPERL} ${FAKE_TARGET} --destdir=${WRKINST}
.  for _phase in build test install
.    if !target(do-${_phase})
do-${_phase}:
	@${MODPERL_${_phase:U}_TARGET}
.    endif
.  endfor
.elif ${CONFIGURE_STYLE:L:Mmodinst}
BUILD_DEPENDS += devel/p5-Module-Install
CONFIGURE_ARGS += --skipdeps
.endif

P5SITE = libdata/perl5/site_perl
P5ARCH = ${P5SITE}/${MACHINE_ARCH}-openbsd
SUBST_VARS += P5ARCH P5SITE
