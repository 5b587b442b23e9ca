"""Which picture is asked for and where it comes from: scrubbing, the proxy, and what the status bar says."""

from pathlib import Path

from PySide6.QtCore import QObject

from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.player_protocol import AuditionState
from tivm_desktop.gui.preview import Preview
from tivm_desktop.gui.timeline import Timeline


class PictureControl(QObject):
    """Joins timeline, preview and engine while the playhead is moved, and hands the proxy to the player."""

    def __init__(self, desk: Desk, timeline: Timeline, preview: Preview) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._status = desk.status
        self._proxy: tuple[Path, Path] | None = None
        self._said = ""
        timeline.scrub_requested.connect(engine.playhead.scrub)
        timeline.seek_requested.connect(engine.playhead.seek)
        engine.playhead.picture_asked.connect(preview.expect_frame)
        engine.marshal.proxy_made.connect(self._keep_proxy)
        engine.player_ready.connect(self._hand_over)
        engine.state_changed.connect(self._say_source)

    def _keep_proxy(self, video: Path, proxy: Path) -> None:
        self._proxy = video, proxy
        self._hand_over()

    def _hand_over(self) -> None:
        shown = self._engine.video
        if self._proxy is not None and shown is not None and shown.path == self._proxy[0]:
            proxy = self._proxy[1]
            self._engine.with_player(lambda player: player.set_proxy(proxy))

    def _say_source(self, state: AuditionState) -> None:
        if self._engine.video is None:
            return
        said = picture_words(state)
        if said != self._said:
            self._said = said
            self._status.show_picture(said)


def picture_words(state: AuditionState) -> str:
    """Say what pictures are decoded from, and by what if that isn't software."""
    proxy, hardware = state.picture_from == "proxy", state.decoded_by
    if hardware == "software":
        return tr("Picture: proxy") if proxy else tr("Picture: original")
    if proxy:
        return tr("Picture: proxy ({hardware})").format(hardware=hardware)
    return tr("Picture: original ({hardware})").format(hardware=hardware)
