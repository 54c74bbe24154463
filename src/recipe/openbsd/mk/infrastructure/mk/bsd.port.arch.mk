# Which subpackages are built. A port may ask for it before bsd.port.mk.

_BSD_PORT_ARCH_MK_INCLUDED = Done

.if !defined(_ARCH_DEFINES_INCLUDED)
.  include "${PORTSDIR}/infrastructure/mk/arch-defines.mk"
.endif

# A modern port says so by the name that both of its permissions go by since 2019.
.if defined(PERMIT_PACKAGE) && !defined(PERMIT_PACKAGE_CDROM)
_MODERN = Yes
.endif

.if !defined(MULTI_PACKAGES) || empty(MULTI_PACKAGES)
MULTI_PACKAGES = -
SUBPACKAGE ?= -
.elif ${MULTI_PACKAGES:M-main}
SUBPACKAGE ?= -main
.else
# Without a main package, any of them stands for the port.
.  for _s in ${MULTI_PACKAGES}
SUBPACKAGE ?= ${_s}
.  endfor
.endif

# Asked to be built once, a port makes all of its packages: pseudo-flavors that leave some out are dropped.
BUILD_ONCE ?= No
.if defined(FLAVOR) && defined(PSEUDO_FLAVORS) && ${BUILD_ONCE:L} == "yes" && !${FLAVOR:Mbootstrap}
.  for _f in ${FLAVOR:Mno_*}
.    if ${PSEUDO_FLAVORS:M${_f}}
FLAVOR := ${FLAVOR:N${_f}}
.    endif
.  endfor
.endif

# A subpackage that is not built is one with a reason not to be.
BUILD_PACKAGES =
.for _s in ${MULTI_PACKAGES}
.  for _list in ONLY_FOR_ARCHS NOT_FOR_ARCHS
.    if defined(${_list})
${_list}${_s} ?= ${${_list}}
.    endif
.  endfor
IGNORE${_s} ?=
IGNORE${_s} += ${IGNORE}
.  for _without in ${_s:S/^-/no_/}
.    if defined(FLAVOR) && ${FLAVOR:M${_without}}
IGNORE${_s} += "Ignored as FLAVOR contains ${_without}"
.    endif
.  endfor
.  for _machine in ${MACHINE_ARCH}
.    if defined(ONLY_FOR_ARCHS${_s}) && empty(ONLY_FOR_ARCHS${_s}:M${_machine})
IGNORE${_s} += "is only for ${ONLY_FOR_ARCHS${_s}}, not ${_machine}"
.    endif
.    if defined(NOT_FOR_ARCHS${_s}) && !empty(NOT_FOR_ARCHS${_s}:M${_machine})
IGNORE${_s} += "is not for ${NOT_FOR_ARCHS${_s}}"
.    endif
.  endfor
.  if empty(IGNORE${_s})
BUILD_PACKAGES += ${_s}
.  endif
.endfor
