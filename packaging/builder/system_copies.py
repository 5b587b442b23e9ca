"""Which of the build machine's own libraries go along, and where to.

Reasons: docs/adr/0120. A library of the system never lies where the program's own do: it would be found
before the system's for as long as the process lives, also by graphics drivers, sound plugins and GTK modules.
"""

import sys
import sysconfig
from fnmatch import fnmatchcase
from pathlib import Path

FOLDER = "fallback"
"""Below `_internal`; left out of packages that can depend on the system's."""
ORDER = "order.txt"
_OURS = ("libpython3.*", "libffi.so.*")
"""Carried in the program's own place: Python, and what it needs before it can load anything by name."""
_NEVER = (
    # The C and C++ run-time: drivers are linked with the system's, which is newer than what wheels ask for.
    *("ld-linux*", "libc.so.*", "libm.so.*", "libmvec.so.*", "libdl.so.*", "libpthread.so.*", "librt.so.*"),
    *("libutil.so.*", "libresolv.so.*", "libcrypt.so.*", "libnsl.so.*", "libstdc++.so.*", "libgcc_s.so.*"),
    # Graphics: matches the kernel's driver. Who has it has X11, xcb and Wayland, too.
    *("libGL.so.*", "libGLX.so.*", "libEGL.so.*", "libOpenGL.so.*", "libGLdispatch.so.*", "libGLES*.so.*"),
    *("libdrm.so.*", "libgbm.so.*", "libglapi.so.*", "libvulkan.so.*", "libva*.so.*"),
    *("libX11.so.*", "libX11-xcb.so.*", "libxcb.so.*", "libXau.so.*", "libXdmcp.so.*", "libXext.so.*"),
    *("libbsd.so.*", "libmd.so.*", "libwayland-*.so.*"),
    # Sound: matches its plugins and configuration.
    *("libasound.so.*", "libpulse*.so.*", "libpipewire*.so.*"),
    # Fonts: match the configuration and caches in /etc and the user's home.
    *("libfontconfig.so.*", "libfreetype.so.*", "libharfbuzz.so.*", "libexpat.so.*"),
    # Kerberos: matches /etc/krb5.conf and its plugins.
    *("libgssapi_krb5.so.*", "libkrb5*.so.*", "libk5crypto.so.*", "libcom_err.so.*", "libkeyutils.so.*"),
    # Loaded before anything of ours runs; everywhere.
    "libz.so.*",
    # The desktop's own: used if they are there.
    *("libgtk-*.so.*", "libgdk*.so.*", "libatk*.so.*", "libpango*.so.*", "libcairo*.so.*", "libdbus-1.so.*"),
    *("libsystemd.so.*", "libselinux.so.*", "libmount.so.*", "libblkid.so.*", "libuuid.so.*"),
)


def from_system(source: Path) -> bool:
    """Return whether a file belongs to the build machine's system, rather than to Python or a wheel."""
    inside = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib")
    if any(source.is_relative_to(folder) for folder in _of_python()):
        return False
    return any(source.is_relative_to(folder) for folder in inside)


def place(destination: str, source: Path) -> str | None:
    """Return where, relative to `_internal`, a library goes; None if it is left to the system.

    Args:
        destination: where PyInstaller would put it; its name there is the one that others ask for.
        source: where it was found.
    """
    name = destination.rpartition("/")[2]
    if not from_system(source) or any(fnmatchcase(name, pattern) for pattern in _OURS):
        return destination
    if any(fnmatchcase(name, pattern) for pattern in _NEVER):
        return None
    return f"{FOLDER}/{name}"


def _of_python() -> set[str]:
    own = {sysconfig.get_path(kind) for kind in ("stdlib", "platstdlib", "purelib", "platlib")}
    return {path for path in own | {*sys.path} if path and path not in ("/lib", "/usr/lib")}
