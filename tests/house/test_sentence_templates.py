"""The sentences of parts below the window are whole ones, and no other text is taken for one."""

import re
from pathlib import Path

import pytest

from tests.house.sentence_templates import templates
from tests.house.translations import PACKAGE

_PIECED = re.compile(r"\w\{|\}\w")
"""A gap within a word, such as the plural of "column{s}"."""
_OF_THEIR_OWN = {
    "{name} has no sound: {remedy}.",
    "{name} has only sound: {remedy}.",
    "{name} is damaged: nothing of its picture can be decoded; copy or export it again.",
    "{name} is damaged: nothing of its sound can be decoded; copy or export it again.",
    (
        "The towers of the pack {name} take the column {columns}, which no file gives, so that the pack is "
        "for research only; choose another pack."
    ),
    (
        "The towers of the pack {name} take the columns {columns}, which no file gives, so that the pack is "
        "for research only; choose another pack."
    ),
    "has other inputs than its pack says",
    "has other outputs than its pack says",
    "gives input {name} the shape {shape} where its pack says {wanted}",
    "gives output {name} the shape {shape} where its pack says {wanted}",
    "has the input {name} as {dtype} numbers where {dtype2} are wanted",
    "has the output {name} as {dtype} numbers where {float} are wanted",
    "{host} has no such page; it may not be published yet.",
}
"""Sentences that differ by more than a name from one beside them, so that no gap can stand for it."""


def test_sentences_are_not_pieced_together() -> None:
    found = templates(PACKAGE)
    assert [text for text in found if _PIECED.search(text)] == []
    assert _OF_THEIR_OWN - set(found) == set()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with empty vocabularies."""
    (tmp_path / "domain" / "lexicon").mkdir(parents=True)
    (tmp_path / "domain" / "reasons.py").touch()
    (tmp_path / "domain" / "lexicon" / "entry.py").touch()
    return tmp_path


def test_only_what_a_log_is_told_is_a_log_line(package: Path) -> None:
    (package / "room.py").write_text(
        "def f(reader, name):\n"
        '    _log.error("told to the log")\n'
        '    logging.warning("told to any log")\n'
        '    raise reader.error(f"lacks its {name}")\n'
        '    raise self.error("names no file")\n'
    )
    assert templates(package, ["room.py"]) == ["lacks its {name}", "names no file"]


@pytest.mark.parametrize(
    "line",
    [
        'PLACE = re.match(r"bytes (\\d+)-", text)',
        'OURS = frozenset({"lost+found", "System Volume Information"})',
        'KEY = {"failures": "path, encoder_id"}',
        'QUERY = f"{marked} AND audio_id NOT IN (SELECT audio_id FROM files)"',
        "STAMP = f\"commit {commit}{'+' if changed else ''}\"",
    ],
)
def test_what_is_for_the_machine_is_no_sentence(package: Path, line: str) -> None:
    (package / "room.py").write_text(line)
    assert templates(package, ["room.py"]) == []


def test_modules_that_say_nothing_in_the_window_are_left_out(package: Path) -> None:
    for name in ("domain/evaluation/pairs.py", "runs/privacy.py", "demo/pieces_quiet.py", "demo/making.py"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(f'SAID = "{name} says so"\n')
    assert templates(package, ["domain", "runs", "demo"]) == ["demo/making.py says so"]
