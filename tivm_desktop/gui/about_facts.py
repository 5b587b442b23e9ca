"""What is told of the program where somebody has to know exactly which one it is."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion

from tivm_desktop.bundle import Build
from tivm_desktop.gui.language import tr_noop

_SHORT = 10
Facts = tuple[tuple[str, str], ...]
"""(what, how it is) in the order in which they are shown; how it is may be empty: not known yet.

English, for a report: the page translates what it shows.
"""


def facts(build: Build, pack: str, speech: str, provider: str) -> Facts:
    """Return what there is to tell. Loads nothing: what is not loaded yet is told later.

    Args:
        build: which build it is.
        pack: name and version of the pack that ranks; empty before it is known.
        speech: the same of the pack that hears speech.
        provider: what computes; empty before it is known.
    """
    return (
        (tr_noop("Version"), build.version),
        (tr_noop("Commit"), short(build.commit) or tr_noop("a checkout")),
        (tr_noop("Built by"), build.origin if build.commit else ""),
        (tr_noop("Built on"), build.date),
        (tr_noop("Pack"), pack),
        (tr_noop("Speech pack"), speech),
        (tr_noop("Computing on"), provider),
        (tr_noop("System"), platform.platform(terse=True)),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("FFmpeg", _ffmpeg()),
        ("ONNX Runtime", _onnx_runtime()),
    )


def as_text(told: Facts) -> str:
    """Write facts as lines to be pasted into a report."""
    return "\n".join(["TIVM Desktop", *(f"{what}: {how}" for what, how in told if how)])


def short(commit: str) -> str:
    """Return as much of a commit's hash as tells it from others; a "+" after it stays."""
    return commit[:_SHORT] + ("+" if commit.endswith("+") else "")


def _ffmpeg() -> str:
    av = sys.modules.get("av")
    return str(getattr(av, "ffmpeg_version_info", ""))


def _onnx_runtime() -> str:
    runtime = sys.modules.get("onnxruntime")
    if runtime is not None:
        return str(getattr(runtime, "__version__", ""))
    for name in ("onnxruntime", "onnxruntime-gpu"):
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return ""
