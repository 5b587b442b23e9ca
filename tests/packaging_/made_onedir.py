"""A tiny build: two commands that answer --version, some data, a stamp."""

import json
import shutil
from pathlib import Path

STAMP = {"commit": "", "origin": "local", "date": "2026-11-23", "releases": ""}


def put_onedir(folder: Path, version: str = "1.0") -> Path:
    """Make the build in `folder` and return it. Its `tivm-desktop` is the system's `sleep`: it runs."""
    carried = folder / "_internal" / "tivm_desktop" / "_bundled"
    carried.mkdir(parents=True)
    (carried / "build.json").write_text(json.dumps(STAMP))
    (folder / "_internal" / "fallback").mkdir()
    (folder / "_internal" / "fallback" / "libsome.so.1").write_text("a copy")
    (folder / "_internal" / "libown.so.1").write_text("a library")
    (folder / "_internal" / "libown.so").symlink_to("libown.so.1")
    (folder / "_internal" / "told").write_text(version)
    (folder / "_internal" / "told").chmod(0o600)
    (folder / "tivm").write_text(f"#!/bin/sh\necho tivm {version}\n")
    (folder / "tivm").chmod(0o755)
    sleep = shutil.which("sleep")
    assert sleep is not None
    shutil.copy(Path(sleep).resolve(), folder / "tivm-desktop")
    return folder
