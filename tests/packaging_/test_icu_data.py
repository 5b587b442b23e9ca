"""ICU's data without what Qt never asks for: sorting, case and encodings are as before."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
from builder.icu_data import slim, slimmed

PROGRAM = """
from functools import cmp_to_key
from PySide6.QtCore import QCollator, QDateTime, QLocale, QStringDecoder, QTimeZone

words = "Zebra ähnlich Apfel öd Öl zoo çay cat 日本 中国 Ärger".split() + ["track 10", "track 9"]
for name in ("C", "de_DE", "sv_SE", "tr_TR", "ja_JP", "zh_CN", "cs_CZ"):
    collator = QCollator(QLocale(name))
    collator.setNumericMode(True)
    print(name, *sorted(words, key=cmp_to_key(collator.compare)), QLocale(name).toUpper("istanbul straße"))
print(*(QStringDecoder(name).isValid() for name in ("Shift_JIS", "KOI8-R", "windows-1252", "nothing")))
print(QTimeZone(b"Europe/Berlin").offsetFromUtc(QDateTime.fromSecsSinceEpoch(0)))
print("loaded", *{line.split()[-1] for line in open("/proc/self/maps") if "libicudata" in line})
"""

DATA = sorted((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"))

pytestmark = pytest.mark.skipif(
    not DATA or shutil.which("ld") is None, reason="Qt has no ICU of its own here, or binutils are missing"
)


def told(folder: Path) -> list[str]:
    """What Qt says, with libraries in `folder` found first."""
    environment = {**os.environ, "LD_LIBRARY_PATH": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_qt_sorts_and_reads_as_before(tmp_path: Path) -> None:
    copy = Path(shutil.copy(DATA[0], tmp_path))
    assert slim(copy) > 15e6
    (tmp_path / "empty").mkdir()
    *before, _ = told(tmp_path / "empty")
    *after, loaded = told(tmp_path)
    assert after == before
    assert loaded == f"loaded {copy}"


def test_what_is_slim_stays_as_it_is(tmp_path: Path) -> None:
    copy = Path(shutil.copy(DATA[0], tmp_path))
    slim(copy)
    once = copy.read_bytes()
    assert slim(copy) == 0
    assert copy.read_bytes() == once


def test_other_data_is_refused() -> None:
    with pytest.raises(ValueError, match="not the common data"):
        slimmed(bytes(64))
