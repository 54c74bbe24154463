# What all ports of a folder have in common, and the properties of the machine.

_ARCH_DEFINES_INCLUDED = Done

.if !defined(_MAKEFILE_INC_DONE) && exists(${.CURDIR}/../Makefile.inc)
_MAKEFILE_INC_DONE = Yes
.  include "${.CURDIR}/../Makefile.inc"
.endif

ARCH ?= ${MACHINE_ARCH}

# Machines by what they have, for ONLY_FOR_ARCHS and the like.
ALL_ARCHS = alpha amd64 arm armish aviion hppa hppa64 i386 landisk loongson luna88k m88k macppc mips64 mips64el \
	octeon sgi socppc sparc sparc64 zaurus
APM_ARCHS = amd64 arm i386 loongson macppc sparc sparc64 zaurus
BE_ARCHS = hppa hppa64 m88k mips64 powerpc sparc sparc64
LE_ARCHS = alpha amd64 arm i386 mips64el sh
LP64_ARCHS = alpha amd64 hppa64 sparc64 mips64 mips64el
GCC4_ARCHS = alpha amd64 arm armish armv7 i386 hppa hppa64 landisk loongson macppc mips64 mips64el octeon powerpc \
	sgi sh socppc sparc sparc64 zaurus
GCC3_ARCHS = aviion luna88k m88k
MONO_ARCHS = amd64 i386
LLVM_ARCHS = amd64 i386 powerpc mips64 mips64el sparc sparc64
CLANG_ARCHS = aarch64 amd64 arm arm64 armv7 i386
RUST_ARCHS = aarch64 amd64 arm64 i386
GO_ARCHS = amd64 i386
OCAML_NATIVE_ARCHS = i386 sparc amd64
OCAML_NATIVE_DYNLINK_ARCHS = i386 amd64
.for _property in ALL APM BE LE LP64 GCC4 GCC3 MONO LLVM OCAML_NATIVE OCAML_NATIVE_DYNLINK GO
.  for _machine in ${MACHINE_ARCH}
.    if !empty(${_property}_ARCHS:M${_machine})
PROPERTIES += ${_property:L}
.    endif
.  endfor
.endfor
# Younger than the lists above.
.if ${MACHINE_ARCH} == "aarch64"
PROPERTIES += le lp64
.endif
