"""For how long nobody has touched keyboard or pointer."""

import ctypes
import os
import re
import sys
import time
from collections.abc import Mapping
from functools import cache
from typing import Any

from tivm_desktop.machine.programs import Run, run_quietly

_MUTTER = (
    *("gdbus", "call", "--session", "--dest", "org.gnome.Mutter.IdleMonitor"),
    *("--object-path", "/org/gnome/Mutter/IdleMonitor/Core"),
    *("--method", "org.gnome.Mutter.IdleMonitor.GetIdletime"),
)
_LOGIND_PROPERTIES = ("-p", "IdleHint", "-p", "IdleSinceHintMonotonic")


def idle_s() -> float | None:
    """Seconds since the last key or movement; None where the system doesn't say."""
    if sys.platform == "win32":
        return windows_idle_s()
    if sys.platform == "darwin":
        return mac_idle_s(run_quietly)
    return linux_idle_s(os.environ, run_quietly)


def linux_idle_s(environment: Mapping[str, str], run: Run) -> float | None:
    """Ask the X server, the GNOME shell or logind, whichever answers.

    An X server inside Wayland hears only of its own windows and is not asked.
    """
    found = None
    if environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        found = x11_idle_s()
    if found is None and environment.get("DBUS_SESSION_BUS_ADDRESS"):
        found = mutter_idle_s(run)
    return logind_idle_s(environment, run, time.monotonic()) if found is None else found


def mutter_idle_s(run: Run) -> float | None:
    """Ask the GNOME shell, which counts milliseconds."""
    answer = re.fullmatch(r"\(uint64 (\d+),\)", run(list(_MUTTER)).strip())
    return int(answer[1]) / 1000 if answer is not None else None


def logind_idle_s(environment: Mapping[str, str], run: Run, now_s: float) -> float | None:
    """Ask logind, which hears from the desktop when its screen saver would start.

    Args:
        environment: holds the session's id.
        run: runs a program.
        now_s: monotonic time, which logind's is.

    Returns:
        0 where the session isn't idle. None where it has never been: that nobody tells logind is likelier.
    """
    session = environment.get("XDG_SESSION_ID")
    if not session:
        return None
    said = run(["loginctl", "show-session", session, *_LOGIND_PROPERTIES])
    values = dict(line.split("=", 1) for line in said.splitlines() if "=" in line)
    since_us = values.get("IdleSinceHintMonotonic", "")
    if not since_us.isdecimal() or not int(since_us):
        return None
    return max(0.0, now_s - int(since_us) / 1e6) if values.get("IdleHint") == "yes" else 0.0


def mac_idle_s(run: Run) -> float | None:
    """Ask the registry of devices, which counts nanoseconds."""
    answer = re.search(r'"HIDIdleTime" = (\d+)', run(["ioreg", "-c", "IOHIDSystem", "-d", "4"]))
    return int(answer[1]) / 1e9 if answer is not None else None


class _LastInput(ctypes.Structure):
    """LASTINPUTINFO of the Windows API."""

    _fields_ = (("size", ctypes.c_uint), ("tick_ms", ctypes.c_uint))


def windows_idle_s() -> float | None:
    """Ask `GetLastInputInfo`."""
    library = getattr(ctypes, "windll", None)
    last = _LastInput(ctypes.sizeof(_LastInput))
    if library is None or not library.user32.GetLastInputInfo(ctypes.byref(last)):
        return None
    return float(ctypes.c_uint(library.kernel32.GetTickCount() - last.tick_ms).value) / 1000


class _SaverInfo(ctypes.Structure):
    """XScreenSaverInfo."""

    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("since_ms", ctypes.c_ulong),
        ("idle_ms", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


def x11_idle_s() -> float | None:
    """Ask the X server's screen saver extension.

    The connection is closed again at once: a server that ends takes with it every process that keeps one.
    """
    libraries = _x11()
    if libraries is None:
        return None
    xlib, saver = libraries
    display = xlib.XOpenDisplay(None)
    if not display:
        return None
    try:
        event, error = ctypes.c_int(), ctypes.c_int()
        if not saver.XScreenSaverQueryExtension(display, ctypes.byref(event), ctypes.byref(error)):
            return None
        info = _SaverInfo()
        if not saver.XScreenSaverQueryInfo(display, xlib.XDefaultRootWindow(display), ctypes.byref(info)):
            return None
        return float(info.idle_ms) / 1000
    finally:
        xlib.XCloseDisplay(display)


@cache
def _x11() -> tuple[Any, Any] | None:
    """Xlib and its screen saver extension, if they are installed."""
    try:
        xlib, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
    except OSError:
        return None
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XOpenDisplay.argtypes = [ctypes.c_char_p]
    xlib.XCloseDisplay.argtypes = [ctypes.c_void_p]
    xlib.XDefaultRootWindow.restype = ctypes.c_ulong
    xlib.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    pointer = ctypes.POINTER(ctypes.c_int)
    saver.XScreenSaverQueryExtension.argtypes = [ctypes.c_void_p, pointer, pointer]
    saver.XScreenSaverQueryInfo.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(_SaverInfo)]
    return xlib, saver
