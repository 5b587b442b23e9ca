"""Keys of the whole window, which step back where a focused control needs them."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QWidget


def bind(window: QWidget, keys: str, call: Callable[[], None]) -> None:
    """Have `keys` do `call` wherever the focus is in `window`."""
    QShortcut(QKeySequence(keys), window).activated.connect(call)


def bind_space(window: QWidget, call: Callable[[], None]) -> None:
    """Have Space do `call`, or press the button that has the focus."""

    def pressed() -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.animateClick()
        else:
            call()

    QShortcut(QKeySequence("Space"), window).activated.connect(pressed)


def bind_arrows(window: QWidget, back: Callable[[], None], on: Callable[[], None]) -> None:
    """Have Left and Right do `back` and `on`, or move the slider that has the focus."""

    def pressed(call: Callable[[], None], action: QAbstractSlider.SliderAction) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractSlider):
            focused.triggerAction(action)
        else:
            call()

    steps = QAbstractSlider.SliderAction
    QShortcut(QKeySequence("Left"), window).activated.connect(
        lambda: pressed(back, steps.SliderSingleStepSub)
    )
    QShortcut(QKeySequence("Right"), window).activated.connect(lambda: pressed(on, steps.SliderSingleStepAdd))
