"""The window speaks the language that the user or the system wants."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QSpinBox

from tivm_desktop.bundle import bundled
from tivm_desktop.gui import sentences
from tivm_desktop.gui.language import install_language, language_for, tr

FOLDER = bundled("resources") / "translations"


@pytest.fixture
def english_afterwards(qapp: QApplication) -> Iterator[QApplication]:
    """Everything is English again after the test."""
    before = set(qapp.findChildren(QTranslator))
    yield qapp
    for translator in set(qapp.findChildren(QTranslator)) - before:
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    sentences.forget()
    QLocale.setDefault(QLocale.c())


@pytest.mark.parametrize(
    ("wanted", "preferred", "spoken"),
    [
        ("", [], "en"),
        ("", ["de-AT", "de"], "de"),
        ("", ["pl-PL", "fr_CA"], "fr"),
        ("", ["pl-PL"], "en"),
        ("", ["en-GB", "de"], "en"),
        ("fr", ["de"], "fr"),
        ("en", ["de"], "en"),
        ("klingon", ["de"], "de"),
    ],
)
def test_the_users_wish_comes_before_the_systems(wanted: str, preferred: list[str], spoken: str) -> None:
    assert language_for(wanted, preferred) == spoken


def test_a_chosen_language_is_spoken(english_afterwards: QApplication) -> None:
    assert install_language(english_afterwards, "de", FOLDER) == "de"
    assert tr("Close") == "Schließen"
    box = QSpinBox(maximum=9000, value=2000)
    box.setGroupSeparatorShown(True)
    assert box.text() == "2.000"
    box.deleteLater()
    assert sentences.spoken("notes.txt is empty: copy or export it again.").startswith("notes.txt ist leer")


@pytest.mark.parametrize("damage", ["missing", "damaged", "no list"])
def test_a_damaged_translation_leaves_the_window_english(
    english_afterwards: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    if damage != "missing":
        (tmp_path / "sentences.json").write_text("[]" if damage == "damaged" else "{", encoding="utf-8")
        (tmp_path / "tivm_fr.qm").write_bytes(b"no translation")
    assert install_language(english_afterwards, "fr", tmp_path) == "en"
    assert tr("Close") == "Close"
    assert "speaks English" in caplog.text
