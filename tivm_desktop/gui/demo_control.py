"""The demo from the click to the last track: made in processes of its own, played once there is a film."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.intake import Intake
from tivm_desktop.gui.language import tr

if TYPE_CHECKING:
    from tivm_desktop.demo.making import Demo
    from tivm_desktop.gui.window import MainWindow
    from tivm_desktop.matching.jobs import AnalysisJob, Outcome
    from tivm_desktop.matching.workers import AnalysisPool

_log = logging.getLogger(__name__)


class DemoControl(QObject):
    """Makes what is lacking of the demo, opens its film, and adds its music as a folder like any other.

    The film and the tracks are made by two workers at low priority. Cancelling, removing the folder and
    closing the window end them; what is whole stays and is used again.
    """

    def __init__(self, window: "MainWindow", engine: Engine, folder: Path) -> None:
        """Join the buttons.

        Args:
            folder: where the demo is kept.
        """
        super().__init__(window)
        self._window, self._engine, self._folder = window, engine, folder
        self._pool: AnalysisPool | None = None
        self._ending: list[AnalysisPool] = []
        self._jobs: list[AnalysisJob[Path]] = []
        self._left = self._made = 0
        self._has_film = self._added = self._wanted = False
        window.empty.demo_wanted.connect(self.start)
        window.empty.demo_cancelled.connect(self.cancel)
        window.help.demo_asked.connect(self.start)
        window.closing.connect(self.close)
        engine.taken_in.connect(self._on_taken_in)

    @property
    def busy(self) -> bool:
        """Whether something of the demo is still being made."""
        return self._left > 0

    def start(self) -> None:
        """Play the demo; make it before, where it is not there."""
        from tivm_desktop.demo.making import Demo

        if self._wanted and self.busy:
            return
        demo = Demo.of(self._folder)
        self._wanted = True
        self._window.empty.show_making()
        self._window.status.say(tr("Making the demo…"))
        self._engine.aside(lambda: demo.whole, lambda whole: self._play(demo) if whole else self._make(demo))

    def cancel(self) -> None:
        """Make no more of it; the window asks for a video again."""
        self._give_up()
        self._window.empty.show_start()
        self._window.tracks.hint.show_folders(
            self._engine.library.folders, has_video=self._engine.video is not None
        )
        self._window.status.say(tr("The demo is not made"))

    def close(self) -> None:
        """End the workers."""
        self._wanted = False
        pools, self._pool = [self._pool, *self._ending], None
        self._left = 0
        for pool in pools:
            if pool is not None:
                pool.close()

    def _end(self, pool: "AnalysisPool") -> None:
        """End its workers aside; those that are not ended yet when the window closes are ended then."""
        self._ending.append(pool)
        self._engine.aside(pool.close, lambda _: self._ending.remove(pool))

    def _give_up(self) -> None:
        self._wanted = False
        for job in self._jobs:
            job.cancel()

    def _on_taken_in(self, intake: Intake) -> None:
        """Say that the music is on its way, or leave the window to a video that came meanwhile."""
        if intake.video is None or not self.busy:
            return
        if self._has_film and not self._added:
            self._window.tracks.hint.tell(
                tr("The music is being made"),
                tr("Eight tracks appear one after the other, ranked for the film."),
            )
        elif not self._has_film:
            _log.info("another video was opened: the demo is given up")
            self._give_up()

    def _play(self, demo: "Demo") -> None:
        if self._wanted:
            self._engine.take_in([demo.video, demo.music])

    def _make(self, demo: "Demo") -> None:
        from tivm_desktop.demo.jobs import film_job, no_tools, track_job
        from tivm_desktop.demo.names import TITLES
        from tivm_desktop.matching.workers import AnalysisPool

        if not self._wanted:
            return
        self._made, self._has_film, self._added = 0, False, False
        if self._pool is not None:
            self._end(self._pool)
        pool = self._pool = AnalysisPool(no_tools)
        post = self._engine.marshal.post

        def film_moved(done_s: float, total_s: float) -> None:
            post(lambda: self._window.empty.demo.show_progress(done_s / total_s if total_s else 0.0))

        self._jobs = [
            pool.submit(
                film_job,
                self._folder,
                subject=demo.video,
                lane="interactive",
                progress=film_moved,
                done=lambda outcome: post(lambda: self._on_film(pool, demo, outcome)),
            )
        ]
        self._jobs += [
            pool.submit(
                track_job,
                self._folder,
                number,
                subject=demo.track(number),
                done=lambda outcome: post(lambda: self._on_track(pool, demo, outcome)),
            )
            for number in range(len(TITLES))
        ]
        self._left = len(self._jobs)

    def _on_film(self, pool: "AnalysisPool", demo: "Demo", outcome: "Outcome[Path]") -> None:
        if pool is not self._pool:
            return
        if self._succeeded(outcome):
            self._has_film = True
            self._engine.take_in([demo.video])
            if self._made:
                self._add_music(demo)
        self._tidy(pool)

    def _on_track(self, pool: "AnalysisPool", demo: "Demo", outcome: "Outcome[Path]") -> None:
        if pool is not self._pool:
            return
        if self._succeeded(outcome):
            self._made += 1
            self._on_another(demo)
        self._tidy(pool)

    def _on_another(self, demo: "Demo") -> None:
        added = demo.music in self._engine.library.folders
        if self._added and not added:
            _log.info("the demo's folder was removed: no more of it is made")
            self.cancel()
        elif self._has_film and not added:
            self._add_music(demo)
        elif added:
            self._window.status.say(
                tr("Making the demo's music: {made} of {all}").format(
                    made=self._made, all=len(self._jobs) - 1
                )
            )
            self._engine.library.rescan()

    def _add_music(self, demo: "Demo") -> None:
        self._added = True
        self._window.open_folder(demo.music)

    def _succeeded(self, outcome: "Outcome[Path]") -> bool:
        """Tell whether the demo goes on; where it does not, say why, once."""
        from tivm_desktop.matching.jobs import Done, Failed

        if isinstance(outcome, Failed) and self._wanted:
            self.cancel()
            crashed = tr(
                "The demo can't be made, its process ended unexpectedly: "
                "try again, or drop a video of your own."
            )
            self._window.tell(outcome.sentence if outcome.kind == "file" else crashed)
        return isinstance(outcome, Done) and self._wanted

    def _tidy(self, pool: "AnalysisPool") -> None:
        """End the workers when all is made or given up."""
        self._left -= 1
        if not self._left:
            if self._wanted and len(self._jobs) - 1 == self._made:
                self._window.status.say(tr("The demo is ready"))
            self._jobs.clear()
            self._pool = None
            self._end(pool)
