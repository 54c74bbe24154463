# Settings schemas of GLib.

MODDCONF_BUILD_DEPENDS = devel/glib2
MODDCONF_RUN_DEPENDS = devel/glib2 devel/dconf
BUILD_DEPENDS += ${MODDCONF_BUILD_DEPENDS}
RUN_DEPENDS += ${MODDCONF_RUN_DEPENDS}
.if ${CONFIGURE_STYLE:Mgnu} || ${CONFIGURE_STYLE:Msimple}
CONFIGURE_ARGS += --disable-schemas-compile
.endif
