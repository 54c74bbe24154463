# What a port includes as <bsd.port.subdir.mk>: the file of that name in the ports tree, behind the system's own settings.

.if !defined(BSD_OWN_MK)
.  include <bsd.own.mk>
.endif
PORTSDIR ?= /usr/ports
.include "${PORTSDIR}/infrastructure/mk/bsd.port.subdir.mk"
