# Meson, in a folder beside the source.

BUILD_DEPENDS += devel/meson
NINJA ?= ninja
NINJA_FLAGS ?= -v -j ${MAKE_JOBS}
.if empty(CONFIGURE_STYLE)
CONFIGURE_STYLE = meson
.endif
SEPARATE_BUILD ?= Yes
MODMESON_CONFIGURE_ARGS ?=
MODMESON_configure = ${SETENV} ${CONFIGURE_ENV} meson setup ${CONFIGURE_ARGS} ${WRKBUILD} ${WRKSRC}
.for _phase _target in build all install install test test
.  if !target(do-${_phase})
do-${_phase}:
	@cd ${WRKBUILD} && exec ${SETENV} ${MAKE_ENV} ${NINJA} ${NINJA_FLAGS} ${_target}
.  endif
.endfor
