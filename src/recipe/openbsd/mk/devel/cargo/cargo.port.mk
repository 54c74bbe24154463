# Rust with cargo: each crate is a distfile of its own, `MODCARGO_CRATES += NAME VERSION # licence`.

CATEGORIES +=
MODCARGO_VENDOR_DIR ?= ${WRKSRC}/modcargo-crates
MODCARGO_TARGET_DIR ?= ${WRKBUILD}/target
MODCARGO_CARGOTOML ?= ${WRKSRC}/Cargo.toml
MODCARGO_BUILD_DEPENDS = lang/rust
MODCARGO_WANTLIB = c c++abi pthread
MODCARGO_BUILD ?= Yes
MODCARGO_INSTALL ?= Yes
MODCARGO_TEST ?= Yes
MODCARGO_INSTALL_TARGET_PATHS ?= .
BUILD_DEPENDS += ${MODCARGO_BUILD_DEPENDS}

SITES.cargo ?= ${SITE_CRATESIO}
.for _crate _version in ${MODCARGO_CRATES}
DISTFILES.cargo += cargo/${_crate}-${_version}.tar.gz{${_crate}/${_crate}-${_version}.crate}
.endfor
# Python's wheels may have parts in Rust.
.if empty(CONFIGURE_STYLE) && !defined(_MODPY_WHEEL)
CONFIGURE_STYLE = cargo
.endif
