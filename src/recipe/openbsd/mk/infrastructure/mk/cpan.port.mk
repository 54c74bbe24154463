# A distribution from CPAN, by the author's folder or by that of the module's first word.

PKGNAME ?= p5-${DISTNAME}
.if defined(CPAN_AUTHOR)
MASTER_SITES ?= ${MASTER_SITE_PERL_CPAN:=../by-authors/id/${CPAN_AUTHOR:C/^(.).*/\1/}/${CPAN_AUTHOR:C/^(..).*/\1/}/${CPAN_AUTHOR}/}
.else
MASTER_SITES ?= ${MASTER_SITE_PERL_CPAN:=${DISTNAME:C/-.*$//}/}
.endif
HOMEPAGE ?= http://search.cpan.org/dist/${DISTNAME:C/-[^-]*$//}/
CATEGORIES += perl5

.if !${CONFIGURE_STYLE:L:Mperl}
CONFIGURE_STYLE += perl
.endif
.if !${MODULES:L:Mperl}
MODULES += perl
.endif

# Tests use what the modules use.
TEST_DEPENDS += ${RUN_DEPENDS}
.if defined(MAKE_ENV) && !empty(MAKE_ENV:MTEST_POD=*)
TEST_DEPENDS += devel/p5-Test-Pod devel/p5-Test-Pod-Coverage
.endif

.if defined(MODCPAN_EXAMPLES) && ${MODCPAN_EXAMPLES:L} == "yes"
MODCPAN_EXAMPLES_DIR ?= ${PREFIX}/share/examples/p5-${DISTNAME:C/-([0-9]+\.[0-9]+).*$//g}
MODCPAN_EXAMPLES_DIST ?= examples
MODCPAN_POST_INSTALL = ${INSTALL_DATA_DIR} ${MODCPAN_EXAMPLES_DIR}; \
	cp -R ${WRKSRC}/${MODCPAN_EXAMPLES_DIST}/. ${MODCPAN_EXAMPLES_DIR}
.  if !target(post-install)
post-install:
	${MODCPAN_POST_INSTALL}
.  endif
.endif
