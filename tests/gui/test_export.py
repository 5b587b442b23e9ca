"""Exporting from the window: made media, the real export behind it, a dialog that answers at once."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.gui.conftest import House
from tests.gui.fakes import suggestion, track_analysis
from tests.handoff.making import copied_packets, noise
from tests.media.making import plain, write_video
from tivm_desktop.domain.errors import CancelledError, TivmError
from tivm_desktop.domain.mix import Mix
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.domain.progress import Progress
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.export_place import Wanted, proposed
from tivm_desktop.handoff.preview import Preview

GREY = (80, 90, 100)


@dataclass
class Dialog:
    """Answers the question for a name."""

    asked: list[Path] = field(default_factory=list)
    answer: Path | None = None
    takes_proposal: bool = True

    def __call__(self, parent: QWidget, name: Path) -> Path | None:
        del parent
        self.asked.append(name)
        return name if self.takes_proposal else self.answer


@dataclass
class Exporter:
    """Stands in for the export itself, and goes on when the test says so."""

    asked: list[tuple[Preview, Path, bool]] = field(default_factory=list)
    go_on: Event = field(default_factory=Event)
    error: Exception | None = None

    def __call__(self, preview: Preview, into: Path, *, replace: bool, progress: Progress) -> Path:
        self.asked.append((preview, into, replace))
        progress(3.0, 10.0)
        while not self.go_on.wait(0.005):
            progress(5.0, 10.0)
        if self.error is not None:
            raise self.error
        into.write_bytes(b"preview")
        return into


@pytest.fixture
def dialog(monkeypatch: pytest.MonkeyPatch) -> Dialog:
    made = Dialog()
    monkeypatch.setattr("tivm_desktop.gui.dialogs.choose_export", made)
    return made


@pytest.fixture
def exporter(monkeypatch: pytest.MonkeyPatch) -> Exporter:
    made = Exporter()
    monkeypatch.setattr("tivm_desktop.handoff.preview.export_preview", made)
    return made


@pytest.fixture
def video(tmp_path: Path) -> Path:
    (tmp_path / "films").mkdir()
    return write_video(tmp_path / "films" / "cut.mp4", [plain(GREY)] * 10)


@pytest.fixture
def tracks(house: House, video: Path, tmp_path: Path) -> list[Suggestion]:
    house.open(video)
    made = [
        suggestion(title, rank, path=noise(tmp_path / f"{rank}.wav", 1.0, rank), placement_s=0.25 * rank)
        for rank, title in enumerate(("Sun/Set", "Moon"), 1)
    ]
    for track in made:
        house.session.analyses[track.path] = track_analysis(peak_dbfs=-12.0)
    house.engine.marshal.ranked(video, tuple(made))
    choose(house, 0)
    house.window.activateWindow()
    return made


def choose(house: House, row: int) -> None:
    house.window.tracks.view.setCurrentIndex(house.window.tracks.model.index(row, 0))


def press_export(house: House) -> None:
    QTest.keyClick(house.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def says(house: House, text: str) -> None:
    house.bot.waitUntil(lambda: house.window.carry.bar.text() == text)


def button(house: House, name: str) -> QAbstractButton:
    bar = house.window.carry.bar
    return next(
        each
        for each in bar.findChildren(QAbstractButton)
        if each.accessibleName() == name and each.isVisibleTo(bar)
    )


def test_a_preview_is_written_beside_the_video_while_the_window_goes_on(
    house: House, video: Path, tracks: list[Suggestion], dialog: Dialog
) -> None:
    press_export(house)
    says(house, "Exported cut – Sun-Set.mp4")
    written = video.with_name("cut – Sun-Set.mp4")
    assert dialog.asked == [written]
    assert copied_packets(written) == copied_packets(video)
    press_export(house)
    says(house, "Exported cut – Sun-Set 2.mp4")
    assert not house.window.message.isVisible()


def test_it_is_what_is_heard_when_it_is_asked_for(
    house: House, video: Path, tracks: list[Suggestion], dialog: Dialog, exporter: Exporter
) -> None:
    mix = Mix(original_volume=0.5, music_volume=0.75)
    house.engine.set_mix(mix)
    house.engine.auditions.enter(tracks[1], play=True)
    house.bot.waitUntil(lambda: house.engine.auditions.current is not None)
    house.engine.auditions.place(-1.5)
    house.window.carry.menu.open_for(tracks[1], house.window.pos())
    action = next(a for a in house.window.carry.menu.menu.actions() if a.text().startswith("Export"))
    action.trigger()
    house.window.carry.menu.menu.close()
    house.engine.auditions.place(9.0)
    house.engine.set_mix(Mix())
    house.bot.waitUntil(lambda: len(exporter.asked) == 1)
    exporter.go_on.set()
    says(house, "Exported cut – Moon.mp4")
    assert exporter.asked[0][0] == Preview(video, PlacedTrack(tracks[1].path, -1.5, -6.0), mix)


def test_a_track_that_was_never_heard_is_placed_and_levelled_alike(
    house: House, video: Path, tracks: list[Suggestion], dialog: Dialog, exporter: Exporter
) -> None:
    exporter.go_on.set()
    press_export(house)
    says(house, "Exported cut – Sun-Set.mp4")
    assert exporter.asked[0][0].track == PlacedTrack(tracks[0].path, 0.25, -6.0)


def test_several_queue_and_one_can_be_cancelled(
    house: House, tracks: list[Suggestion], dialog: Dialog, exporter: Exporter
) -> None:
    press_export(house)
    says(house, "Exporting cut – Sun-Set.mp4")
    house.bot.waitUntil(lambda: house.window.carry.bar.percent() == 50)
    choose(house, 1)
    press_export(house)
    says(house, "Exporting cut – Sun-Set.mp4  ·  1 more")
    button(house, "Cancel this export").click()
    says(house, "Exporting cut – Moon.mp4")
    exporter.go_on.set()
    says(house, "Exported cut – Moon.mp4")
    assert len(exporter.asked) == 2


def test_two_that_are_done_are_told_together_and_the_last_is_shown(
    house: House,
    video: Path,
    tracks: list[Suggestion],
    dialog: Dialog,
    exporter: Exporter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(
        "tivm_desktop.gui.carry_control.reveal", lambda path, failed, parent: shown.append(path)
    )
    press_export(house)
    says(house, "Exporting cut – Sun-Set.mp4")
    choose(house, 1)
    press_export(house)
    says(house, "Exporting cut – Sun-Set.mp4  ·  1 more")
    exporter.go_on.set()
    says(house, "Exported 2 previews")
    button(house, "Show the exported file").click()
    assert shown == [video.with_name("cut – Moon.mp4")]
    button(house, "Dismiss the message").click()
    assert house.window.carry.bar.text() == ""


def test_the_folder_is_remembered(
    house: House, tracks: list[Suggestion], dialog: Dialog, exporter: Exporter, tmp_path: Path
) -> None:
    (tmp_path / "previews").mkdir()
    exporter.go_on.set()
    dialog.takes_proposal, dialog.answer = False, tmp_path / "previews" / "mine.mp4"
    press_export(house)
    says(house, "Exported mine.mp4")
    press_export(house)
    house.bot.waitUntil(lambda: len(dialog.asked) == 2)
    assert dialog.asked[1] == tmp_path / "previews" / "cut – Sun-Set.mp4"


@pytest.mark.parametrize("there", [True, False])
def test_only_what_the_dialog_confirmed_is_replaced(
    there: bool,  # noqa: FBT001 - a parameter of the test
    house: House,
    tracks: list[Suggestion],
    dialog: Dialog,
    exporter: Exporter,
    tmp_path: Path,
) -> None:
    dialog.takes_proposal, dialog.answer = False, tmp_path / "old.mp4"
    if there:
        dialog.answer.write_bytes(b"old")
    exporter.go_on.set()
    press_export(house)
    says(house, "Exported old.mp4")
    assert exporter.asked[0][2] is there


def test_a_name_that_is_too_long_is_told(
    house: House, video: Path, tracks: list[Suggestion], dialog: Dialog
) -> None:
    dialog.takes_proposal, dialog.answer = False, video.with_name("x" * 300 + ".mp4")
    press_export(house)
    house.bot.waitUntil(lambda: "its name is too long" in house.window.message.text())


def test_thinking_better_of_it_does_nothing(
    house: House, tracks: list[Suggestion], dialog: Dialog, exporter: Exporter
) -> None:
    dialog.takes_proposal = False
    press_export(house)
    house.bot.waitUntil(lambda: len(dialog.asked) == 1)
    assert exporter.asked == []
    assert house.window.carry.bar.text() == ""


def test_what_goes_wrong_is_told(
    house: House, tracks: list[Suggestion], dialog: Dialog, exporter: Exporter
) -> None:
    exporter.error = TivmError("The drive of films is full.")
    exporter.go_on.set()
    press_export(house)
    house.bot.waitUntil(lambda: house.window.message.text() == "The drive of films is full.")
    assert house.window.carry.bar.text() == ""


def test_closing_the_window_gives_the_export_up(
    house: House, tracks: list[Suggestion], dialog: Dialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_up = Event()

    def export(preview: Preview, into: Path, *, replace: bool, progress: Progress) -> Path:
        try:
            while True:
                progress(1.0, 2.0)
        except CancelledError:
            given_up.set()
            raise

    monkeypatch.setattr("tivm_desktop.handoff.preview.export_preview", export)
    press_export(house)
    says(house, "Exporting cut – Sun-Set.mp4")
    house.window.close()
    assert given_up.is_set()


def test_without_a_video_there_is_nothing_to_export(house: House, dialog: Dialog) -> None:
    house.window.carry.menu.open_for(suggestion("a"), house.window.pos())
    next(a for a in house.window.carry.menu.menu.actions() if a.text().startswith("Export")).trigger()
    house.window.carry.menu.menu.close()
    house.bot.wait(1)
    assert dialog.asked == []


def test_a_folder_that_can_t_be_written_to_is_passed_over(
    video: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    films, mine = video.parent, tmp_path / "mine"
    mine.mkdir()
    monkeypatch.setattr(os, "access", lambda folder, mode: Path(folder) != films)
    wanted = Wanted(video, "Song", last_folder=str(tmp_path / "gone"), videos_folder=str(mine))
    assert proposed(wanted) == mine / "cut – Song.mp4"
    monkeypatch.undo()
    assert proposed(wanted) == films / "cut – Song.mp4"
