# Reads the modules that MODULES names, again and again while a module adds another.

.undef _MODULES_FOUND
.for _module in ${MODULES:L}
.  if empty(_MODULES_DONE:M${_module})
.    if "${_module:M*/*}" != "" && exists(${PORTSDIR}/${_module}/${_module:T}.port.mk)
.      include "${PORTSDIR}/${_module}/${_module:T}.port.mk"
_MODULES_DONE += ${_module}
_MODULES_FOUND = Yes
.    elif exists(${PORTSDIR}/infrastructure/mk/${_module}.port.mk)
.      include "${PORTSDIR}/infrastructure/mk/${_module}.port.mk"
_MODULES_DONE += ${_module}
_MODULES_FOUND = Yes
.    else
ERRORS += "Fatal: Missing support for module ${_module}."
.    endif
.  endif
.endfor
.if defined(_MODULES_FOUND)
.  include "${PORTSDIR}/infrastructure/mk/modules.port.mk"
.endif
