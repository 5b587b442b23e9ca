"""In which language the window speaks."""

from PySide6.QtCore import QCoreApplication


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
