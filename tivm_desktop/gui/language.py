"""In which language the window speaks."""

import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from tivm_desktop.gui import sentences

TRANSLATED = ("de", "fr")
"""Codes of the languages besides English."""

_log = logging.getLogger(__name__)


def tr(text: str, note: str | None = None) -> str:
    """Say `text` in the language of the window.

    Written so that `lupdate` finds it: both arguments are literals, what varies comes in by `str.format`:
    `tr("{count} tracks").format(count=count)`.

    Args:
        text: English, and the key under which the translations have it.
        note: tells apart what is one word in English and two elsewhere, and helps who translates.

    Returns:
        The translation, or the English text where there is none.
    """
    return QCoreApplication.translate("", text, note)


def tr_noop(text: str) -> str:
    """Return `text` as it is: it is translated by `tr` when it is shown, and found by `lupdate` here.

    For tables at module level, which are made before the language is known. `lupdate` knows it by
    `-tr-function-alias QT_TR_NOOP+=tr_noop`.
    """
    return text


def locale() -> QLocale:
    """Return how the language of the window writes numbers, which each translation names itself."""
    return QLocale(tr("en", "the code of the language of this translation, such as de or fr"))


def language_for(wanted: str, preferred: Sequence[str]) -> str:
    """Return the code of the language to speak: "en", or one of `TRANSLATED`.

    Args:
        wanted: the code that the user chose; anything else leaves it to the system.
        preferred: what the system prefers, the best first, as `QLocale.uiLanguages` has it ("de-AT").
    """
    known = ("en", *TRANSLATED)
    if wanted in known:
        return wanted
    codes = (one.replace("_", "-").split("-")[0].lower() for one in preferred)
    return next((code for code in codes if code in known), "en")


def install_language(application: QCoreApplication, wanted: str, folder: Path) -> str:
    """Have the window speak the language that the user or the system wants, and its fields write numbers so.

    Args:
        application: the translators live as long as it does.
        wanted: a code ("en", "de", "fr"), or "" for the system's.
        folder: where the translations lie.

    Returns:
        The code of the language that is spoken; "en" if a translation is damaged, which the log says then.
    """
    language = language_for(wanted, QLocale.system().uiLanguages())
    if language == "en":
        QLocale.setDefault(QLocale(language))
        return language
    ours = QTranslator(application)
    try:
        sentences.know(folder / "sentences.json")
        if not ours.load(str(folder / f"tivm_{language}.qm")):
            raise ValueError(f"tivm_{language}.qm is damaged or missing")
    except (OSError, ValueError) as error:
        sentences.forget()
        QLocale.setDefault(QLocale("en"))
        _log.warning(
            "The translation into %s can't be used (%s); the window speaks English.", language, error
        )
        return "en"
    application.installTranslator(ours)
    QLocale.setDefault(QLocale(language))
    qts = QTranslator(application)
    if qts.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qts)
    return language
