"""Tells who hears the window what changed in it without the focus going there."""

from typing import Literal

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

Haste = Literal["soon", "now"]


def announce(source: QWidget, sentence: str, haste: Haste = "soon") -> None:
    """Have a screen reader say `sentence`; nothing happens where none runs, or where there is nothing to say.

    Args:
        source: the widget that shows the sentence.
        sentence: as it is shown.
        haste: "soon" waits until what is being said is over, "now" interrupts it: for what went wrong.
    """
    if not sentence:
        return
    event = QAccessibleAnnouncementEvent(source, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if haste == "now" else politeness.Polite)
    QAccessible.updateAccessibility(event)
