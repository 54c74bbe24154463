# CMake, in a folder beside the source.

BUILD_DEPENDS += devel/cmake>=3.4.3p0
USE_NINJA ?= Yes
.if ${USE_NINJA:L} == "yes"
BUILD_DEPENDS += devel/ninja>=1.5.1
NINJA ?= ninja
NINJA_FLAGS ?= -v -j ${MAKE_JOBS}
_MODCMAKE_MAKE = cd ${WRKBUILD} && exec ${SETENV} ${MAKE_ENV}
MODCMAKE_BUILD_TARGET = ${_MODCMAKE_MAKE} ${NINJA} ${NINJA_FLAGS} ${ALL_TARGET}
MODCMAKE_INSTALL_TARGET = ${_MODCMAKE_MAKE} ${FAKE_SETUP} ${NINJA} ${NINJA_FLAGS} ${FAKE_TARGET}
MODCMAKE_TEST_TARGET = ${_MODCMAKE_MAKE} ${TEST_ENV} ${NINJA} ${NINJA_FLAGS} ${TEST_FLAGS} ${TEST_TARGET}
.  for _phase in build install test
.    if !target(do-${_phase})
do-${_phase}:
	@${MODCMAKE_${_phase:U}_TARGET}
.    endif
.  endfor
.else
DPB_PROPERTIES += nojunk
.endif

.if empty(CONFIGURE_STYLE)
CONFIGURE_STYLE = cmake
.endif
SEPARATE_BUILD ?= Yes
TEST_TARGET ?= test
.if defined(DEBUG)
CONFIGURE_ARGS += -DCMAKE_BUILD_TYPE:String=Debug
MODCMAKE_BUILD_SUFFIX = -debug.cmake
.else
CONFIGURE_ARGS += -DCMAKE_BUILD_TYPE:String=Release
MODCMAKE_BUILD_SUFFIX = -release.cmake
.endif
SUBST_VARS += MODCMAKE_BUILD_SUFFIX
MODCMAKE_configure = cd ${WRKBUILD} && ${SETENV} ${CONFIGURE_ENV} cmake ${CONFIGURE_ARGS} ${WRKSRC}
