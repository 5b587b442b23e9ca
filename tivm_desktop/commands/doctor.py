"""`tivm doctor`: is everything there that the program needs, and if not, what to do."""

import argparse
import dataclasses
import importlib
import platform
import sqlite3
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from tivm_desktop.bundle import build
from tivm_desktop.commands.options import Commands, add_json, add_pack, add_profile, profile_of
from tivm_desktop.commands.output import write_json, write_lines
from tivm_desktop.commands.status import ERROR, OK
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.encoders.frame import FrameEncoder
from tivm_desktop.encoders.installed import is_installed_program
from tivm_desktop.encoders.report import cuda_report, provider_report
from tivm_desktop.encoders.speech import SpeechDetector
from tivm_desktop.encoders.speech_pack import default_speech_folder, load_speech_pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.packs import find_pack

_PARTS = {
    "PySide6-Essentials": "PySide6",
    "av": "av",
    "mutagen": "mutagen",
    "numpy": "numpy",
    "onnxruntime": "onnxruntime",
    "onnxruntime-gpu": "",
    "scipy": "scipy",
    "sounddevice": "sounddevice",
    "torch": "",
}
"""Distributions, and the modules that tell their versions in an installed program, which knows none."""


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser("doctor", help="check the installation and say what is missing")
    add_pack(parser)
    add_profile(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check, print, and return the exit status: 1 if anything that is needed fails."""
    profile = profile_of(arguments)
    checks: dict[str, Callable[[], dict[str, object]]] = {
        "profile": lambda: _profile(profile),
        "pack": lambda: _pack(arguments, profile),
        "speech": _speech,
        "providers": provider_report,
        "cuda": cuda_report,
        "sound": _sound,
    }
    results = {name: _checked(check) for name, check in checks.items()}
    made = build()
    document: dict[str, object] = {
        **dataclasses.asdict(made),
        "installed_program": is_installed_program(),
        "python": platform.python_version(),
        "system": platform.platform(),
        "parts": _versions(),
        **results,
    }
    if arguments.json:
        write_json(document)
    else:
        write_lines(f"tivm {made.described}, Python {platform.python_version()}, {platform.platform()}")
        write_lines(*(line for name, result in results.items() for line in _lines(name, result)))
    return OK if all(result["ok"] for result in results.values()) else ERROR


def _checked(check: Callable[[], dict[str, object]]) -> dict[str, object]:
    try:
        return {"ok": True, **check()}
    except TivmError as error:
        return {"ok": False, "problem": str(error)}


def _lines(name: str, result: dict[str, object]) -> list[str]:
    mark = "ok " if result["ok"] else "NOT"
    parts = result.get("parts")
    if isinstance(parts, list):
        lacking = sum(not part["there"] for part in parts)
        head = f"--- {name}: {lacking} pieces lacking" if lacking else f"{mark} {name}: nothing lacking"
        return [head, *map(_piece, parts)]
    facts = [f"      {key}: {value}" for key, value in result.items() if key != "ok"]
    return [f"{mark} {name}", *facts]


def _piece(part: dict[str, object]) -> str:
    remedy = f" -> {part['remedy']}" if part["remedy"] else ""
    return f"      {'   ' if part['there'] else 'no '}{part['name']}: {part['says']}{remedy}"


def _versions() -> dict[str, str]:
    versions: dict[str, str] = {"sqlite": sqlite3.sqlite_version}
    for part, module in _PARTS.items():
        try:
            versions[part] = version(part)
        except PackageNotFoundError:
            said = _said_by(module) if module and is_installed_program() else ""
            if said:
                versions[part] = said
    return versions


def _said_by(module: str) -> str:
    try:
        loaded = importlib.import_module(module)
    except (ImportError, OSError):
        return ""
    return str(getattr(loaded, "__version__", "") or getattr(loaded, "version_string", ""))


def _profile(profile: Profile) -> dict[str, object]:
    profile.create()
    store = FeatureStore(profile.database)
    notice = store.notice
    store.close()
    facts: dict[str, object] = {"data": str(profile.data_folder), "cache": str(profile.cache_folder)}
    return {**facts, "note": notice} if notice else facts


def _pack(arguments: argparse.Namespace, profile: Profile) -> dict[str, object]:
    pack = find_pack(arguments.pack, profile)
    encoder = FrameEncoder(pack, arguments.provider, threads=1)
    return {
        "name": pack.name,
        "version": pack.version,
        "folder": str(pack.folder),
        "active_provider": encoder.provider,
    }


def _speech() -> dict[str, object]:
    pack = load_speech_pack(default_speech_folder())
    SpeechDetector(pack)
    return {"name": pack.name, "version": pack.version, "folder": str(pack.folder)}


def _sound() -> dict[str, object]:
    """Having no sound device is no fault: the program plays silently and says so."""
    try:
        import sounddevice

        devices = [
            device["name"] for device in sounddevice.query_devices() if device["max_output_channels"] > 0
        ]
        default = sounddevice.query_devices(kind="output")["name"] if devices else None
    except OSError as error:
        return {
            "outputs": [],
            "default": None,
            "note": f"PortAudio is missing ({error}); install libportaudio2.",
        }
    except sounddevice.PortAudioError as error:
        return {
            "outputs": [],
            "default": None,
            "note": f"no output device ({error}); playback will be silent.",
        }
    return {"outputs": devices, "default": default}
