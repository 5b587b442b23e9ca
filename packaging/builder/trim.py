"""What is left out of that which PyInstaller collects: rules on destinations, testable without a build.

PyInstaller collects what could be imported, or loaded by something that could be imported. The program uses
a part of that. A destination is a path relative to `_internal`, with "/".
"""

from fnmatch import fnmatchcase

_EXTRAS = """
    torch torchvision onnx onnxscript safetensors google google_crc32c matplotlib ray pyarrow
    pandas PIL IPython pytest numba sklearn sympy cupy jax dask
"""  # of the project, and what asks for them: commands that need one say so in a sentence
_UNUSED = """
    setuptools pkg_resources distutils lib2to3 ensurepip pip wheel packaging Cython
    tkinter _tkinter turtle idlelib curses _curses readline rlcompleter pdb test
    dbm _dbm _gdbm nis crypt _crypt ossaudiodev xmlrpc pydoc_data _uuid
    cffi pycparser av.__main__ numpy.distutils
"""  # makes packages, talks to terminals, opens other databases; cffi's bindings are compiled already
_WITHIN = {
    "onnxruntime": "backend datasets quantization tools training transformers",
    # Nothing of it is imported for ndimage, fft, sparse arrays and the special functions.
    "scipy": """
        cluster constants datasets differentiate integrate interpolate io linalg misc odr optimize signal
        spatial stats sparse.csgraph sparse.linalg special.cython_special special._precompute
    """,
    "PySide6": """
        QtConcurrent QtDesigner QtHelp QtOpenGL QtOpenGLWidgets QtPrintSupport QtQml QtQuick QtQuickControls2
        QtQuickTest QtQuickWidgets QtSql QtSvgWidgets QtTest QtUiTools QtXml
    """,
}
EXCLUDED_MODULES = (
    *_EXTRAS.split(),
    *_UNUSED.split(),
    *(f"{package}.{name}" for package, names in _WITHIN.items() for name in names.split()),
)

_QT_PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qico", "qjpeg", "qsvg", "qwebp"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "platforms": ("qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"),
    "platformthemes": ("qgtk3", "qxdgdesktopportal"),
    "styles": ("qmacstyle", "qmodernwindowsstyle"),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
}
"""What the window loads. Qt draws nothing by OpenGL, prints nothing, asks no network and no database."""

OPTIONAL_PLUGINS = ("libqgtk3.so",)
"""Loaded where the desktop has what they need, of which we carry nothing: GNOME's dialogs to choose files."""

LOADED_BY_NAME = ("libportaudio.so.2", "libonnxruntime_providers_shared.so")
"""Libraries on Linux that nothing is linked with, and that are loaded nevertheless."""

_LEFT_OUT = (
    "PySide6/Qt/qml/*",
    "PySide6/qml/*",
    "PySide6/Qt/metatypes/*",
    "PySide6/opengl32sw.dll",
    "_sounddevice_data/*-asio.dll",  # its licence isn't ours to pass on (docs/adr/0122)
    "_sounddevice_data/*32bit.dll",
    "_sounddevice_data/*arm64.dll",
    "onnxruntime/capi/onnxruntime.dll",  # as libonnxruntime.so: a plain copy of all of it, for programs in C
    "*.pyi",
    "*.pxd",
    "*/py.typed",
    "*/tests/*",
)
_TRANSLATIONS = ("qtbase_de.qm", "qtbase_fr.qm")
"""What Qt itself says, in the languages that the window speaks besides English."""
_KEPT_METADATA = ("METADATA", "entry_points.txt")


def keeps(destination: str) -> bool:
    """Return whether what would be put at `destination` is shipped."""
    path = destination.replace("\\", "/")
    if any(fnmatchcase(path, pattern) for pattern in _LEFT_OUT):
        return False
    folder, _, file = path.rpartition("/")
    if folder.endswith(".dist-info") or ".dist-info/" in path:
        return file in _KEPT_METADATA
    if path.startswith(("PySide6/Qt/translations/", "PySide6/translations/")):
        return file in _TRANSLATIONS
    return "/plugins/" not in path or not path.startswith("PySide6/") or keeps_plugin(path)


def keeps_plugin(path: str) -> bool:
    """Return whether a plugin of Qt is shipped."""
    *_, kind, file = path.split("/")
    return file.split(".")[0].removeprefix("lib") in _QT_PLUGINS.get(kind, ())
