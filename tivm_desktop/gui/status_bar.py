"""The line at the bottom: what happens now, and what it happens with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tivm_desktop.gui.announce import announce
from tivm_desktop.gui.controls import ElidedLabel, label
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.output_button import OutputButton
from tivm_desktop.gui.typography import line_px


class StatusBar(QWidget):
    """Messages on the left; sound device, provider and pack on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAccessibleName(tr("Status"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(line_px("caption", 24) + 4)
        self._message = ElidedLabel("caption", "dim")
        self._picture = label("", "caption", "faint")
        self.device = OutputButton()
        self._provider = label("", "caption", "faint")
        self._pack = label("", "caption", "faint")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(24)
        row.addWidget(self._message, 1)
        for part in (self._picture, self.device, self._provider, self._pack):
            part.hide()
            row.addWidget(part)

    def add(self, part: QWidget) -> None:
        """Give something room beside the message."""
        self._row.insertWidget(1, part)

    def say(self, text: str) -> None:
        """Say what happens now."""
        if text != self.text():
            announce(self, text)
        self._message.show_text(text)

    def text(self) -> str:
        """Return what is said."""
        return self._message.whole_text()

    def device_text(self) -> str:
        """Return what is said of the sound device."""
        return self.device.whole_text()

    def show_picture(self, text: str) -> None:
        """Say what the picture is decoded from and by."""
        self._picture.setText(text)
        self._picture.setAccessibleName(text)
        self._picture.show()

    def picture_text(self) -> str:
        """Return what is said of the picture."""
        return self._picture.text()

    def show_provider(self, provider: str) -> None:
        """Name the execution provider that computes."""
        self._provider.setText(tr("Computing on {provider}").format(provider=provider))
        self._provider.setAccessibleName(tr("Execution provider: {provider}").format(provider=provider))
        self._provider.show()

    def provider_text(self) -> str:
        """Return what is said of the provider."""
        return self._provider.text()

    def show_pack(self, pack: str) -> None:
        """Name the model pack."""
        self._pack.setText(tr("Pack {pack}").format(pack=pack))
        self._pack.setAccessibleName(tr("Model pack: {pack}").format(pack=pack))
        self._pack.show()

    def pack_text(self) -> str:
        """Return what is said of the pack."""
        return self._pack.text()
