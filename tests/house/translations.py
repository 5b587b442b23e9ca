"""Brings the translations up to date with the sources: `./dev translate`; with --check it only looks.

Qt's own tools do it: `lupdate` finds what `tr` and `tr_noop` are given, `lrelease` makes the files that the
window reads. Sentences that parts below the window make come in by their templates, in their own context.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path
from string import Formatter

from tests.house.sentence_templates import templates

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "tivm_desktop"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "fr")
CONTEXT = "sentences"
SENTENCES = "sentences.json"
_TOOLS = Path(sys.executable).parent
_SOURCES = ("gui", "app.py")


def update(folder: Path, languages: Sequence[str] = LANGUAGES) -> None:
    """Write the `.ts`, `.qm` and the list of templates in `folder` anew; what is translated stays."""
    folder.mkdir(parents=True, exist_ok=True)
    found = templates(PACKAGE)
    (folder / SENTENCES).write_text(json.dumps(found, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    files = [str(file) for name in _SOURCES for file in _python(PACKAGE / name)]
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "sentences.py"
        listed.write_text("".join(f"translate({CONTEXT!r}, {text!r})\n" for text in found), encoding="utf-8")
        for language in languages:
            _run(
                "pyside6-lupdate",
                *files,
                str(listed),
                *("-ts", str(folder / f"tivm_{language}.ts")),
                *("-source-language", "en", "-target-language", language),
                *("-tr-function-alias", "QT_TR_NOOP+=tr_noop"),
                *("-locations", "none", "-no-obsolete", "-silent", "-sort-messages"),
            )
    for language in languages:
        made = folder / f"tivm_{language}.qm"
        _run("pyside6-lrelease", str(folder / f"tivm_{language}.ts"), "-qm", str(made), "-silent")


def lacking(file: Path) -> list[str]:
    """Return the texts of a `.ts` file without a translation, or with one that has other fields."""
    missing = []
    for message in ET.parse(file).getroot().iter("message"):  # noqa: S314 - our own file
        source = message.findtext("source") or ""
        translation = message.find("translation")
        text = "" if translation is None else translation.text or ""
        unfinished = translation is None or translation.get("type") == "unfinished"
        if unfinished or not text or _fields(text) != _fields(source):
            missing.append(source)
    return missing


def _fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _python(place: Path) -> list[Path]:
    return sorted(place.rglob("*.py")) if place.is_dir() else [place]


def _run(tool: str, *arguments: str) -> None:
    done = subprocess.run([_TOOLS / tool, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr.strip():
        raise RuntimeError(f"{tool}: {done.stderr or done.stdout}")


def main() -> int:
    """Update, print how many texts lack a translation in each language, and return 1 if any does."""
    parser = argparse.ArgumentParser(prog="./dev translate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing: tell whether all is translated")
    if not parser.parse_args().check:
        update(FOLDER)
    status = 0
    for language in LANGUAGES:
        missing = lacking(FOLDER / f"tivm_{language}.ts")
        sys.stdout.write(f"{language}: {len(missing)} to be translated\n")
        sys.stdout.writelines(f"  {text}\n" for text in missing)
        status = max(status, bool(missing))
    return status


if __name__ == "__main__":
    sys.exit(main())
