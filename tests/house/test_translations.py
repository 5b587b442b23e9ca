"""The window's translations are complete and up to date with the sources."""

import ast
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sentence_templates import templates
from tests.house.translations import FOLDER, LANGUAGES, PACKAGE, lacking, update


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_translated(language: str) -> None:
    assert lacking(FOLDER / f"tivm_{language}.ts") == []


def test_french_signs_are_never_parted_from_their_word() -> None:
    root = ET.parse(FOLDER / "tivm_fr.ts").getroot()  # noqa: S314 - our own file
    texts = [message.findtext("translation") or "" for message in root.iter("message")]
    assert [text for text in texts if re.search("[ ][:;?!%»]|«[ ]", text)] == []


def test_the_files_are_those_of_the_sources(tmp_path: Path) -> None:
    made = tmp_path / "translations"
    shutil.copytree(FOLDER, made)
    update(made)
    stale = [
        file.name for file in sorted(made.iterdir()) if file.read_bytes() != (FOLDER / file.name).read_bytes()
    ]
    assert stale == [], "run ./dev translate"


def test_a_text_without_its_fields_counts_as_lacking(tmp_path: Path) -> None:
    file = tmp_path / "made.ts"
    message = "<message><source>{}</source><translation{}>{}</translation></message>"
    file.write_text(
        "<TS><context><name/>"
        + message.format("{count} tracks", "", "{count} Titel")
        + message.format("{name} plays", "", "spielt")
        + message.format("Close", " type='unfinished'", "Schließen")
        + message.format("Open", "", "")
        + "</context></TS>",
        encoding="utf-8",
    )
    assert lacking(file) == ["{name} plays", "Close", "Open"]


def test_sentences_are_found_with_their_gaps(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "domain" / "lexicon").mkdir(parents=True)
    (tmp_path / "domain" / "reasons.py").write_text('WORDS = {"energy": ("calm", "wild")}\n')
    (tmp_path / "domain" / "lexicon" / "entry.py").write_text("")
    (tmp_path / "room" / "one.py").write_text(
        '"""A docstring is no sentence."""\n'
        "def f(path, count):\n"
        '    _log.info("nor is a log line")\n'
        '    ask("SELECT a FROM b WHERE c = ?")\n'
        '    raise FileError(path, f"{path.name} has {count:,} rows, {path.name} wants {count + 1}.")\n'
        '    return "The folder {folder} is gone", "it holds {this, that}", ValueError("for a programmer")\n'
    )
    assert templates(tmp_path, ["room"]) == [
        "The folder {folder} is gone",
        "calm",
        "it holds {{this, that}}",
        "wild",
        "{name} has {count} rows, {name2} wants {value}.",
    ]


_SHOWN = re.compile(r"[A-Z][a-z]+ [a-z]|[a-z]{2,} [a-z]{2,}")
_SPOKEN = {"tr", "tr_noop"}
_NOT_SHOWN = {"warning", "info", "debug", "exception", "error", "ValueError", "TypeError"}
_MEANT_TO_STAY = {
    "about_page.py": "Shimiao Liu and Alexander Lerch",  # a citation
    "keeping_on.py": "none, playing silently",  # of a report, for who mends it
    "qt_messages.py": "connection broke",  # what Qt writes, to be recognised
}


def test_no_text_of_the_window_is_left_in_english() -> None:
    """Every text with words in the window's room goes through `tr`, but for logs and docstrings."""
    left = []
    spoken = {
        message.findtext("source") for message in ET.parse(FOLDER / "tivm_de.ts").getroot().iter("message")  # noqa: S314
    }  # fmt: skip
    for file in sorted((PACKAGE / "gui").glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        silent = {id(node) for top in _silent(tree) for node in ast.walk(top)}
        left += [
            f"{file.name}:{node.lineno} {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            if id(node) not in silent and node.value not in spoken and _SHOWN.search(node.value)
            if not node.value.startswith(_MEANT_TO_STAY.get(file.name, "\n"))
        ]
    assert left == []


def _silent(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if is_docstring or (isinstance(node, ast.Call) and _name(node) in _SPOKEN | _NOT_SHOWN):
            yield node
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if isinstance(part, ast.AST):
                yield part


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
