"""Exporting previews from the window: a name, then it happens beside everything else."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from tivm_desktop.domain.mix import Mix, SpeechSpans
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.domain.progress import Progress
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.export_bar import ExportBar
from tivm_desktop.gui.export_place import Wanted, proposed
from tivm_desktop.gui.export_queue import Export, ExportQueue
from tivm_desktop.gui.lane import Lane
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.track_menu import TrackMenu
from tivm_desktop.gui.wording import counted

_FOLDER = "export/folder"


@dataclass(frozen=True, slots=True)
class _Heard:
    """What is heard at the moment an export is asked for; the user may change all of it meanwhile."""

    video: Path
    title: str
    placing: Callable[[], PlacedTrack]
    mix: Mix
    speech: SpeechSpans


class ExportControl(QObject):
    """Asks for a name, queues the export, and says in the status line how it goes."""

    def __init__(
        self, desk: Desk, menu: TrackMenu, bar: ExportBar, show_file: Callable[[Path], None]
    ) -> None:
        """Fill the menu, bind the key and follow the queue.

        Args:
            desk: what the window's controls share.
            menu: of the list's rows.
            bar: where progress is shown.
            show_file: shows a file in the file manager.
        """
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._bar = bar
        self._settings = desk.settings
        self._window = desk.window
        self._show_file = show_file
        self._naming = Lane(engine.marshal, "export-names")
        self._queue = ExportQueue(engine.marshal, self)
        self._done: list[Path] = []
        self._share = 0.0
        menu.add(tr("Export preview…"), self.export, "export.preview")
        desk.shortcuts.add(
            "export.preview",
            "Take it with you",
            tr("Export the video with the track under it"),
            "Ctrl+E",
            menu.on_current(self.export),
        )
        bar.cancel_asked.connect(self._queue.cancel)
        bar.show_asked.connect(self._show_last)
        self._queue.moved.connect(self._on_moved)
        self._queue.written.connect(self._on_written)
        self._queue.failed.connect(self._on_failed)
        self._queue.cancelled.connect(self._on_cancelled)

    def export(self, track: Suggestion) -> None:
        """Export the open video with a track under it, as it would be heard now."""
        engine = self._engine
        if engine.video is None:
            return
        title = track.title or track.path.stem
        heard = _Heard(
            engine.video.path, title, engine.auditions.placing(track), engine.mix, engine.speech.spans or ()
        )
        videos = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
        wanted = Wanted(heard.video, title, self._settings.text(_FOLDER), videos)
        self._naming.submit(partial(proposed, wanted), partial(self._ask, heard), engine.problem.emit)

    def close(self) -> None:
        """Give up what is not done; nothing of it is left."""
        self._naming.close()
        self._queue.close()

    def _ask(self, heard: _Heard, name: Path) -> None:
        from tivm_desktop.gui.dialogs import choose_export

        into = choose_export(self._window, name)
        if into is None:
            return
        self._settings.remember(_FOLDER, str(into.parent))
        if self._queue.running is None:
            self._done.clear()
        self._queue.add(Export(into.name, partial(_write, heard, into, _is_there(into))))
        if self._queue.running is not None:
            self._show_moving(self._queue.running)

    def _on_moved(self, export: Export, share: float) -> None:
        self._share = share
        self._show_moving(export)

    def _show_moving(self, export: Export) -> None:
        self._bar.show_moving(export.name, self._share, self._queue.waiting)

    def _on_written(self, export: Export, path: Path) -> None:
        del export
        self._done.append(path)
        self._settle()

    def _on_failed(self, export: Export, sentence: str) -> None:
        del export
        self._settle()
        self._engine.problem.emit(sentence)

    def _on_cancelled(self, export: Export) -> None:
        del export
        self._settle()

    def _settle(self) -> None:
        """Say what was exported, once nothing waits any more."""
        if self._queue.waiting:
            return
        if not self._done:
            self._bar.hide()
        elif len(self._done) == 1:
            self._bar.show_done(tr("Exported {file}").format(file=self._done[0].name))
        else:
            count = len(self._done)
            self._bar.show_done(
                counted(count, tr("Exported {count} preview"), tr("Exported {count} previews"))
            )

    def _show_last(self) -> None:
        if self._done:
            self._show_file(self._done[-1])


def _is_there(path: Path) -> bool:
    """Tell whether the dialog has asked if this may be replaced; the export tells of impossible names."""
    try:
        return path.exists()
    except OSError:
        return False


def _write(heard: _Heard, into: Path, replace: bool, progress: Progress) -> Path:  # noqa: FBT001
    """Write a preview, on the queue's thread; the player is loaded there, and so are its libraries."""
    from tivm_desktop.handoff.preview import Preview, export_preview

    preview = Preview(heard.video, heard.placing(), heard.mix, heard.speech)
    return export_preview(preview, into, replace=replace, progress=progress)
