"""The report of an unexpected end: a text that a user can read, and send to somebody or not."""

import getpass
import os
import platform
import sys
import sysconfig
import time
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

import tivm_desktop
from tivm_desktop.bundle import build
from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.ended import Ended
from tivm_desktop.runs.privacy import Privacy

KEPT = 5
"""How many reports are kept in the folder of logs."""
_LIBRARIES = {
    "Qt": ("PySide6", "PySide6-Essentials"),
    "PyAV": ("av", "av"),
    "ONNX Runtime": ("onnxruntime", "onnxruntime"),
    "NumPy": ("numpy", "numpy"),
}
"""What each is called, its module, its distribution."""


def compose(ended: Ended, privacy: Privacy) -> str:
    """Write the report, without what is private."""
    facts = ended.facts
    lasted_s = max(ended.at - facts.started, 0.0)
    lines = [
        "TIVM Desktop ended unexpectedly",
        "",
        f"version   {build().described}",
        f"started   {_stamp(facts.started)}",
        f"ended     {_stamp(ended.at)}, after about {lasted_s:.0f} s, {facts.state}"
        + (", with a session brought back" if facts.restored else ""),
        f"system    {_system()}",
        f"with      {_versions()}",
        f"sound     {facts.device or 'not known'}",
        f"computes  {facts.provider or 'not known'}",
        "",
        "Stacks of all threads, the last call first:"
        if ended.stack
        else "No stack: it was killed or stopped.",
        *ended.stack.splitlines(),
        "",
        f"The last {len(ended.log)} lines of the log:",
        *ended.log,
    ]
    return "\n".join(privacy.clean(line) for line in lines) + "\n"


def privacy_of(profile: Profile, private: Sequence[Path]) -> Privacy:
    """Return what leaves out the names of this user's folders and files.

    Args:
        profile: its folders are told.
        private: folders with a name of their own in the report, such as those of music.
    """
    own = [Path(tivm_desktop.__file__).parent, Path(sys.prefix), Path(sys.base_prefix)]
    own += [Path(sysconfig.get_path("stdlib")), Path("/usr/lib"), Path("/lib")]
    if profile.root is None:
        own += [profile.config_folder, profile.data_folder, profile.cache_folder, profile.log_folder]
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = ""
    return Privacy(own, private, Path.home(), user)


def save(folder: Path, text: str, ended: Ended) -> Path:
    """Keep a report beside the logs, and no more than the newest five.

    Raises:
        OSError: it can't be written.
    """
    path = folder / f"crash-{time.strftime('%Y%m%d-%H%M%S', time.localtime(ended.at))}.txt"
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def _stamp(time_s: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S %z", time.localtime(time_s))


def _system() -> str:
    """The system, its desktop, and how many cores it has; nothing that names this very machine."""
    name = f"{platform.system()} {platform.release()} {platform.machine()}"
    try:
        name = f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {name}"
    except (OSError, KeyError):
        name = f"{platform.platform(terse=True)}, {name}"
    desktop = [os.environ.get(key, "") for key in ("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE")]
    return ", ".join(filter(None, (name, *desktop, f"{os.cpu_count()} cores")))


def _versions() -> str:
    told = [f"Python {platform.python_version()}"]
    for name, (module, distribution) in _LIBRARIES.items():
        told.append(f"{name} {_version(module, distribution)}")
    return ", ".join(told)


def _version(module: str, distribution: str) -> str:
    """Ask what is loaded, else what is installed; nothing is loaded for a report."""
    version = getattr(sys.modules.get(module), "__version__", None)
    if isinstance(version, str):
        return version
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "not known"
