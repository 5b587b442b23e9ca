"""Page "Computing": what the networks are computed with, and why not with the graphics card."""

from typing import cast

from tivm_desktop.gui.choice_box import ChoiceBox
from tivm_desktop.gui.language import tr, tr_noop
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.settings_gpu import GpuSection
from tivm_desktop.gui.settings_page import SettingsPage
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.gui.settings_values import Provider, keep_provider, kept_provider

_CHOICES = {tr_noop("Automatic"): "auto", tr_noop("Processor"): "cpu", tr_noop("NVIDIA card (CUDA)"): "cuda"}
_IN_USE = {
    "CPU": tr_noop("In use now: the processor."),
    "CUDA": tr_noop("In use now: the NVIDIA card, by CUDA."),
}


class ComputingPage(SettingsPage):
    """The choice is kept for the next start; what is in use comes from the session itself."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(tr("Computing"))
        self._scope = scope
        self._why: str | None = None
        what = self.section(tr("What computes"), lambda: self._choose("auto"))
        self._choice = ChoiceBox()
        for words, provider in _CHOICES.items():
            self._choice.addItem(tr(words), provider)
        what.row(
            tr("Listening and looking are computed with"),
            tr(
                "Automatic takes an NVIDIA card where it works, and the processor elsewhere. With the card "
                "chosen, the program says so rather than compute without it. Holds from the next start on."
            ),
            self._choice,
        )
        self._now = what.line(tone="plain")
        self._reason = what.line(role="caption")
        self._gpu = GpuSection(scope)
        self.add(self._gpu)
        self._choice.activated.connect(lambda: self._choose(self._choice.currentData()))
        scope.engine.marshal.provider_named.connect(self._show)
        self._gpu.work.changed.connect(self._show)
        self._show()

    def shown(self) -> None:
        """Find out how things stand."""
        super().shown()
        self._show()
        self._gpu.shown()
        if self._why is None and self._scope.pack():
            self._why = ""
            self._scope.engine.aside(_why_not_cuda, self._explain)

    def _choose(self, provider: str) -> None:
        keep_provider(self._scope.settings, cast("Provider", provider))
        self._show()

    def _explain(self, why: str) -> None:
        self._why = why
        self._show()

    def _show(self) -> None:
        self._choice.setCurrentIndex(self._choice.findData(kept_provider(self._scope.settings)))
        provider = self._scope.provider()
        now = tr(_IN_USE[provider]) if provider in _IN_USE else provider
        self._now.setText(now or tr("What computes is known in a moment."))
        why = self._why if provider not in ("", "CUDA") and self._gpu.work.driver is not None else ""
        self._reason.setText(why or "")
        self._reason.setVisible(bool(why))


def _why_not_cuda() -> str:
    """Say what keeps the card from being used; loads ONNX Runtime, so not for the GUI thread."""
    from tivm_desktop.encoders.sessions import missing_for_cuda

    missing = missing_for_cuda()
    if not missing:
        return ""
    return tr("The NVIDIA card is not used: {why}.").format(why=spoken(missing))
