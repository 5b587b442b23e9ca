"""Sentences made below the window are found again by their templates and said in its language."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from tivm_desktop.gui import sentences
from tivm_desktop.gui.sentences import Template, spoken

TABLE = {
    "The folder {root} can't be watched ({reason}).": "{reason}, darum wird {root} nicht überwacht.",
    "the drive is full": "das Laufwerk ist voll",
    "is empty: copy it again.": "ist leer: neu kopieren.",
    "both {first} and {second}": "{first} und {second}",
    "calm waters": "ruhiges Wasser",
    "has format {get}": "hat Format {get}",
    "{path} {what}; get the pack again.": "{path} {what}; hole das Paket neu.",
    "{what}: {remedy}": "{what}: {remedy}",
}


class Table(QTranslator):
    """Translates by `TABLE`."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Translate."""
        return TABLE.get(sourceText, "") if context == sentences.CONTEXT else ""


@pytest.fixture
def german(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """The sentences of `TABLE` are known."""
    file = tmp_path / "sentences.json"
    file.write_text(json.dumps(list(TABLE)), encoding="utf-8")
    table = Table()
    QCoreApplication.installTranslator(table)
    sentences.know(file)
    yield
    sentences.forget()
    QCoreApplication.removeTranslator(table)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("a.wav is empty: copy it again.", "a.wav ist leer: neu kopieren."),
        ("{a}%s.wav is empty: copy it again.", "{a}%s.wav ist leer: neu kopieren."),
        ("line\nbreak is empty: copy it again.", "line\nbreak ist leer: neu kopieren."),
        (
            "The folder /m can't be watched (the drive is full).",
            "das Laufwerk ist voll, darum wird /m nicht überwacht.",
        ),
        ("both calm waters and tense", "ruhiges Wasser und tense"),
        ("the drive is full: calm waters", "das Laufwerk ist voll: ruhiges Wasser"),
        ("Nobody knows this one.", "Nobody knows this one."),
        ("/a b/c d has format 2; get the pack again.", "/a b/c d hat Format 2; hole das Paket neu."),
    ],
)
def test_a_sentence_is_said_in_the_language_of_the_window(german: None, sentence: str, said: str) -> None:
    assert spoken(sentence) == said


@pytest.mark.parametrize("name", ["calm waters", "Rock and Roll", "the drive is full: best of"])
def test_names_stay_as_they_are(german: None, name: str) -> None:
    assert spoken(f"{name}.wav is empty: copy it again.") == f"{name}.wav ist leer: neu kopieren."
    assert (
        spoken(f"The folder /m/{name} can't be watched (busy).")
        == f"busy, darum wird /m/{name} nicht überwacht."
    )
    assert spoken(f"{name} 3.wav") == f"{name} 3.wav"
    assert spoken(f"/m/{name}: {name} 3") == f"/m/{name}: {name} 3"


def test_without_a_translation_a_sentence_stays() -> None:
    assert spoken("a.wav is empty: copy it again.") == "a.wav is empty: copy it again."


def test_one_gap_twice_is_two_gaps() -> None:
    template = Template("{name} can't prove that it is {name2}")
    assert template.gaps("x can't prove that it is y") == {"name": "x", "name2": "y"}
    assert template.gaps("x can't prove") is None


def test_braces_that_stand_in_a_sentence_are_no_gaps() -> None:
    assert Template("a list of {{id, video}}").gaps("a list of {id, video}") == {}
