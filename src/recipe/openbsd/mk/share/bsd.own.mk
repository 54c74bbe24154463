# What OpenBSD's bsd.own.mk says to ports: owners and modes of installed files, and how the base system's own
# compiler and linker are used. A user's mk.conf is not read: a port must come out the same for everybody.

BSD_OWN_MK = Done

WARNINGS ?= no
SKEY ?= yes
YP ?= yes
COMPILER_VERSION ?= clang
BUILD_GCC3 ?= no
BUILD_GCC4 ?= no
BUILD_CLANG ?= yes
LINKER_VERSION ?= lld
STATICPIE ?= -pie
NOPIE_FLAGS ?= -fno-pie
NOPIE_LDFLAGS ?= -nopie
DEFAULT_PIE_DEF = -DPIE_DEFAULT=1
PIE_DEFAULT ?= ${DEFAULT_PIE_DEF}
PICFLAG ?= -fpic
STATIC ?= -static ${STATICPIE}

BSDSRCDIR ?= /usr/src
BSDOBJDIR ?= /usr/obj
GNUSYSTEM_AUX_DIR ?= ${BSDSRCDIR}/share/gnu

BINGRP ?= bin
BINOWN ?= root
BINMODE ?= 555
NONBINMODE ?= 444
DIRMODE ?= 755
.for _what _dir _group in SHARE /usr/share bin MAN /usr/share/man/man bin LIB /usr/lib bin DOC /usr/share/doc bin \
	LOCALE /usr/share/locale wheel
${_what}DIR ?= ${_dir}
${_what}GRP ?= ${_group}
${_what}OWN ?= root
${_what}MODE ?= ${NONBINMODE}
.endfor

INSTALL_COPY ?= -c
.if !defined(DEBUG)
INSTALL_STRIP ?= -s
.endif
CDIAGFLAGS ?= -Wall -Wpointer-arith -Wuninitialized -Wstrict-prototypes -Wmissing-prototypes -Wunused -Wsign-compare \
	-Wshadow

BUILDUSER ?= build
WOBJGROUP ?= wobj
WOBJUMASK ?= 007
