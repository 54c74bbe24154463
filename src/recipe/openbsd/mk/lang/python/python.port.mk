# Python 2, or 3 with the flavor python3.

CATEGORIES += lang/python
MODPY_DEFAULT_VERSION_2 = 2.7
MODPY_DEFAULT_VERSION_3 = 3.4
# Today's ports say what makes their wheel, and are of Python 3.
MODPY_PYBUILD ?= No
.if defined(MODPY_DISTV)
MODPY_EGG_VERSION ?= ${MODPY_DISTV}
SUBST_VARS += MODPY_DISTV
.endif
.if ${MODPY_PYBUILD:L} != "no"
MODPY_VERSION ?= ${MODPY_DEFAULT_VERSION_3}
.endif
.if defined(MODPY_VERSION)
.  if empty(MODPY_VERSION:M2.7) && empty(MODPY_VERSION:M3.*)
ERRORS += "Fatal: unknown or unsupported MODPY_VERSION: ${MODPY_VERSION}"
.  endif
.else
FLAVOR ?=
.  if ${FLAVOR:Mpython3}
MODPY_VERSION = ${MODPY_DEFAULT_VERSION_3}
.  else
MODPY_VERSION = ${MODPY_DEFAULT_VERSION_2}
.  endif
.endif

MODPY_MAJOR_VERSION = ${MODPY_VERSION:R}
.if ${MODPY_MAJOR_VERSION} == 2
MODPY_LIB_SUFFIX =
MODPY_FLAVOR =
MODPY_BIN_SUFFIX =
MODPY_PY_PREFIX = py-
MODPY_PYCACHE =
MODPY_PYC_MAGIC_TAG =
MODPY_COMMENT = "@comment "
.else
MODPY_LIB_SUFFIX = m
MODPY_FLAVOR = ,python3
MODPY_BIN_SUFFIX = -3
MODPY_PY_PREFIX = py3-
MODPY_MAJORMINOR = ${MODPY_VERSION:S/.//}
MODPY_PYCACHE = "__pycache__/"
MODPY_PYC_MAGIC_TAG = "cpython-${MODPY_MAJORMINOR}."
MODPY_COMMENT =
# The version shows in the stem, not in the flavors.
FULLPKGNAME ?= ${PKGNAME:S/^py-/py3-/}${FLAVOR_EXT:S/-python3//}
.endif

_MODPY_FOLDER = lang/python/${MODPY_VERSION}
.if ${MODPY_PYBUILD:L} != "no"
_MODPY_FOLDER = lang/python/${MODPY_MAJOR_VERSION}
MODPY_FLAVOR =
MODPY_LIB_SUFFIX =
.endif
MODPY_WANTLIB = python${MODPY_VERSION}${MODPY_LIB_SUFFIX}
MODPY_RUN_DEPENDS = ${_MODPY_FOLDER}
MODPY_LIB_DEPENDS = ${_MODPY_FOLDER}
_MODPY_BUILD_DEPENDS = ${_MODPY_FOLDER}
MODPY_TKINTER_DEPENDS = ${_MODPY_FOLDER},-tkinter
MODPY_BUILDDEP ?= Yes
MODPY_RUNDEP ?= Yes
.if ${NO_BUILD:L} == "no" && ${MODPY_BUILDDEP:L} == "yes"
BUILD_DEPENDS += ${_MODPY_BUILD_DEPENDS}
.endif
.if ${MODPY_RUNDEP:L} == "yes"
RUN_DEPENDS += ${MODPY_RUN_DEPENDS}
.endif

.if ${MODPY_PYBUILD:L} != "no"
_MODPY_WHEEL = Yes
MODPY_PYTEST ?= Yes
BUILD_DEPENDS += devel/py-build devel/py-installer
_MODPY_BACKEND_setuptools = devel/py-setuptools devel/py-wheel
_MODPY_BACKEND_setuptools_scm = ${_MODPY_BACKEND_setuptools} devel/py-setuptools_scm
_MODPY_BACKEND_setuptools-rust = ${_MODPY_BACKEND_setuptools} devel/py-setuptools-rust
_MODPY_BACKEND_pbr = devel/py-pbr ${_MODPY_BACKEND_setuptools}
_MODPY_BACKEND_maturin = devel/maturin
_MODPY_BACKEND_mesonpy = devel/meson-python
_MODPY_BACKEND_pdm = devel/py-pdm-backend
_MODPY_BACKEND_other =
.  for _backend in ${MODPY_PYBUILD}
_MODPY_BACKEND_${_backend} ?= devel/py-${_backend}
BUILD_DEPENDS += ${_MODPY_BACKEND_${_backend}}
.  endfor
.  if ${MODPY_PYBUILD:Mmaturin} || ${MODPY_PYBUILD:Msetuptools-rust}
MODULES += devel/cargo
MODCARGO_INSTALL ?= No
MODCARGO_TEST ?= No
.  endif
.else
MODPY_PYTEST ?= No
.endif
.if ${MODPY_PYTEST:L} == "yes" && ${NO_TEST:L} == "no"
TEST_DEPENDS += ${RUN_DEPENDS} devel/py-test
.endif

.if defined(MODPY_SETUPTOOLS) && ${MODPY_SETUPTOOLS:L} == "yes"
MODPY_SETUPUTILS = Yes
MODPY_SETUPUTILS_DEPEND ?= devel/py-setuptools${MODPY_FLAVOR}>=18.2v0
MODPY_RUN_DEPENDS += ${MODPY_SETUPUTILS_DEPEND}
BUILD_DEPENDS += ${MODPY_SETUPUTILS_DEPEND}
TEST_TARGET ?= test
.else
MODPY_SETUPUTILS = No
.endif

.if defined(MODPY_PI) && ${MODPY_PI:L} == "yes"
_MODPY_EGG_NAME = ${DISTNAME:S/-${MODPY_EGG_VERSION}//}
MODPY_PI_DIR ?= ${DISTNAME:C/^([a-zA-Z0-9]).*/\1/}/${_MODPY_EGG_NAME}
MASTER_SITES = ${MASTER_SITE_PYPI:=${MODPY_PI_DIR}/}
HOMEPAGE ?= https://pypi.python.org/pypi/${_MODPY_EGG_NAME}
.endif

MODPY_BIN = ${LOCALBASE}/bin/python${MODPY_VERSION}
MODPY_INCDIR = ${LOCALBASE}/include/python${MODPY_VERSION}${MODPY_LIB_SUFFIX}
MODPY_LIBDIR = ${LOCALBASE}/lib/python${MODPY_VERSION}
MODPY_SITEPKG = ${MODPY_LIBDIR}/site-packages
CONFIGURE_ENV += PYTHON="${MODPY_BIN}" ac_cv_prog_PYTHON="${MODPY_BIN}" ac_cv_path_PYTHON="${MODPY_BIN}"
SUBST_VARS := MODPY_PYCACHE MODPY_COMMENT MODPY_PYC_MAGIC_TAG MODPY_BIN MODPY_EGG_VERSION MODPY_VERSION \
	MODPY_BIN_SUFFIX MODPY_PY_PREFIX ${SUBST_VARS}

MODPY_ADJ_FILES ?=
.if !empty(MODPY_ADJ_FILES)
MODPY_BIN_ADJ = perl -pi -e '$$. == 1 && s|^.*python.*$$|\#!${MODPY_BIN}|; close ARGV if eof'
MODPYTHON_pre-configure += for f in ${MODPY_ADJ_FILES}; do ${MODPY_BIN_ADJ} ${WRKSRC}/$${f}; done
.endif

MODPY_SETUP ?= setup.py
MODPY_DISTUTILS_BUILD ?= build --build-base=${WRKSRC}
.if ${MODPY_SETUPUTILS:L} == "yes"
MODPY_DISTUTILS_INSTALL ?= install --prefix=${LOCALBASE} --root=${DESTDIR} --single-version-externally-managed
.else
MODPY_DISTUTILS_INSTALL ?= install --prefix=${LOCALBASE} --root=${DESTDIR}
.endif
MODPY_CMD = cd ${WRKSRC} && ${SETENV} ${MAKE_ENV} ${MODPY_BIN} ./${MODPY_SETUP} ${MODPY_SETUP_ARGS}
MODPY_BUILD_TARGET = ${MODPY_CMD} ${MODPY_DISTUTILS_BUILD} ${MODPY_DISTUTILS_BUILDARGS}
MODPY_INSTALL_TARGET = ${MODPY_BUILD_TARGET} ${MODPY_DISTUTILS_INSTALL} ${MODPY_DISTUTILS_INSTALLARGS}
MODPY_TEST_TARGET = ${MODPY_CMD} ${TEST_TARGET}
.if empty(CONFIGURE_STYLE) && ${MODPY_PYBUILD:L} == "no"
.  for _phase in build install test
.    if !target(do-${_phase}) && ("${_phase}" != "test" || ${MODPY_SETUPUTILS:L} == "yes")
do-${_phase}:
	@${MODPY_${_phase:U}_TARGET}
.    endif
.  endfor
.endif
