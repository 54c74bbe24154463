# What a port's own rules call tools by, and what those get: the rules run in the buildbox, with GNU's tools.

PORTPATH ?= ${WRKDIR}/bin:/usr/bin:/bin:/usr/sbin:/sbin:${DEPBASE}/bin:${LOCALBASE}/bin:${X11BASE}/bin
PORTHOME ?= /${PKGNAME}_writes_to_HOME
SETENV ?= /usr/bin/env -i
SUDO ?=
ECHO_MSG ?= echo
TAR ?= tar
UNZIP ?= unzip
BZIP2 ?= bzip2
GZIP ?= -9
GZIP_CMD ?= gzip -nf ${GZIP}
M4 ?= m4
STRIP ?= strip
YACC ?= yacc
PATCH ?= patch
CC ?= cc
CXX ?= c++

CFLAGS ?= -O2 -pipe
CXXFLAGS ?= -O2 -pipe
CFLAGS += ${COPTS}
CXXFLAGS += ${CXXOPTS}

# --- install(1) -------------------------------------------------------------------------------------------------

# The build user's, whatever the system's own are.
BINMODE = 755
NONBINMODE = 644
SHAREMODE ?= 644
MANMODE = ${NONBINMODE}
DIRMODE ?= 755
# Owners are the fake root's business.
SHAREOWN ?= root
SHAREGRP ?= bin
BINOWN ?= root
BINGRP ?= bin
MANOWN ?= root
MANGRP ?= bin
INSTALL_COPY ?= -c
INSTALL_STRIP ?= -s
_INSTALL ?= ${WRKDIR}/bin/install
INSTALL_PROGRAM = ${_INSTALL} ${INSTALL_COPY} ${INSTALL_STRIP} -m ${BINMODE}
INSTALL_SCRIPT = ${_INSTALL} ${INSTALL_COPY} -m ${BINMODE}
INSTALL_DATA = ${_INSTALL} ${INSTALL_COPY} -m ${SHAREMODE}
INSTALL_MAN = ${_INSTALL} ${INSTALL_COPY} -m ${MANMODE}
INSTALL_PROGRAM_DIR = ${_INSTALL} -d -m ${DIRMODE}
INSTALL_SCRIPT_DIR = ${INSTALL_PROGRAM_DIR}
INSTALL_DATA_DIR = ${_INSTALL} -d -m ${DIRMODE}
INSTALL_MAN_DIR = ${_INSTALL} -d -m ${DIRMODE}
_INSTALL_MACROS = BSD_INSTALL_PROGRAM="${INSTALL_PROGRAM}" BSD_INSTALL_SCRIPT="${INSTALL_SCRIPT}" \
	BSD_INSTALL_DATA="${INSTALL_DATA}" BSD_INSTALL_MAN="${INSTALL_MAN}" \
	BSD_INSTALL_PROGRAM_DIR="${INSTALL_PROGRAM_DIR}" BSD_INSTALL_SCRIPT_DIR="${INSTALL_SCRIPT_DIR}" \
	BSD_INSTALL_DATA_DIR="${INSTALL_DATA_DIR}" BSD_INSTALL_MAN_DIR="${INSTALL_MAN_DIR}"

# --- Substitution: `${SUBST_CMD} FILE…` fills in SUBST_VARS -------------------------------------------------------

_PERLSCRIPT = /usr/bin/perl ${PORTSDIR}/infrastructure/bin
SUBST_CMD = ${_PERLSCRIPT}/pkg_subst ${_SUBST_ARGS} -i -B ${WRKDIR}
SUBST_PROGRAM = ${SUBST_CMD} -c -m ${BINMODE}
SUBST_DATA = ${SUBST_CMD} -c -m ${SHAREMODE}
SUBST_MAN = ${SUBST_CMD} -c -m ${MANMODE}

# --- Environments -----------------------------------------------------------------------------------------------

_LIBTOOL = ${LIBTOOL}
.if !empty(LIBTOOL_FLAGS)
_LIBTOOL += "${LIBTOOL_FLAGS}"
.endif
.if ${USE_LIBTOOL:L} == "gnu"
CONFIGURE_ENV += LIBTOOL="${_LIBTOOL}"
MAKE_ENV += LIBTOOL="${_LIBTOOL}"
MAKE_FLAGS += LIBTOOL="${_LIBTOOL}"
.endif
CONFIGURE_ENV += PATH=${PORTPATH}
MAKE_ENV += PATH='${PORTPATH}' PREFIX='${PREFIX}' LOCALBASE='${LOCALBASE}' X11BASE='${X11BASE}' \
	CFLAGS='${CFLAGS:C/ *$//}' TRUEPREFIX='${PREFIX}' ${DESTDIRNAME}='' HOME='${PORTHOME}' ${_INSTALL_MACROS}
ALL_FAKE_FLAGS = ${MAKE_FLAGS:N-j[0-9]*} ${DESTDIRNAME}=${WRKINST} ${FAKE_FLAGS}
ALL_TEST_FLAGS = ${MAKE_FLAGS} ${TEST_FLAGS}
ALL_TEST_ENV = ${MAKE_ENV} ${TEST_ENV}
FAKE_SETUP = PATH='${PORTPATH}' TRUEPREFIX=${PREFIX} PREFIX=${WRKINST}${PREFIX} ${DESTDIRNAME}=${WRKINST}

.if ${CONFIGURE_SCRIPT:M/*}
_CONFIGURE_SCRIPT = ${CONFIGURE_SCRIPT}
.elif ${SEPARATE_BUILD:L} != "no"
_CONFIGURE_SCRIPT = ${WRKSRC}/${CONFIGURE_SCRIPT}
.else
_CONFIGURE_SCRIPT = ./${CONFIGURE_SCRIPT}
.endif
MODSIMPLE_configure = cd ${WRKCONF} && ${SETENV} CC="${CC}" CFLAGS="${CFLAGS:C/ *$//}" CXX="${CXX}" \
	CXXFLAGS="${CXXFLAGS:C/ *$//}" INSTALL="${_INSTALL} -c" INSTALL_PROGRAM="${INSTALL_PROGRAM}" \
	INSTALL_MAN="${INSTALL_MAN}" INSTALL_SCRIPT="${INSTALL_SCRIPT}" INSTALL_DATA="${INSTALL_DATA}" \
	YACC="${YACC}" ${CONFIGURE_ENV} ${_CONFIGURE_SCRIPT} ${CONFIGURE_ARGS}
