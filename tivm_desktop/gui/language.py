"""In which language the window speaks."""

from PySide6.QtCore import QCoreApplication, QLocale


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
