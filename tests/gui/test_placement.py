"""Moving the track under the video: by hand, by key, onto its best places and back."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import suggestion, track_analysis, video_analysis
from tivm_desktop.domain.placement_candidates import places
from tivm_desktop.domain.placement_snap import Accents
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.placement_words import candidate_words, moved_by
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.timeline import Timeline
from tivm_desktop.gui.wording import length

LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
WAVE_Y = 120
"""In the waveform of a timeline 180 pixels high."""


@pytest.fixture
def placed(playing: House) -> House:
    """A track of 30 s under an analysed video of 10 s, at its second 12."""
    playing.engine.marshal.video_ready(VIDEO, video_analysis())
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        playing.engine.auditions.enter(suggestion("a"), play=False)
    first = playing.button("Place 1")
    playing.bot.waitUntil(first.isEnabled)
    return playing


@pytest.fixture
def with_track(timeline: Timeline) -> Timeline:
    """A hundred seconds on a thousand pixels, cuts at 2 and 5.5; a track with one onset, at second 20."""
    timeline.set_picture(video_analysis(100).picture)
    timeline.set_track(track_analysis(200).sound.peaks, 12.0, (0.1, 1.0))
    timeline.set_accents(Accents(np.zeros(0), np.array([20.0]), None))
    return timeline


def placement_s(house: House) -> float:
    current = house.engine.auditions.current
    assert current is not None
    return current.placed.placement_s


def drag(timeline: Timeline, by_px: int, modifier: Qt.KeyboardModifier = NONE, from_px: int = 520) -> None:
    start, end = QPoint(from_px, WAVE_Y), QPointF(from_px + by_px, WAVE_Y)
    QTest.mousePress(timeline, LEFT, NONE, start)
    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    moved = QMouseEvent(kind, end, timeline.mapToGlobal(end), none, LEFT, modifier)
    QApplication.sendEvent(timeline, moved)
    QTest.mouseRelease(timeline, LEFT, modifier, end.toPoint())


def heard_from(timeline: Timeline) -> list[float]:
    heard: list[float] = []
    timeline.track_dropped.connect(heard.append)
    return heard


def test_a_drag_to_the_right_has_the_track_enter_later(with_track: Timeline) -> None:
    dropped = heard_from(with_track)
    drag(with_track, 50)
    drag(with_track, -120)
    assert dropped == [7.0, 19.0]


def test_the_track_is_told_on_its_way(with_track: Timeline) -> None:
    told: list[float] = []
    with_track.track_dragged.connect(told.append)
    QTest.mousePress(with_track, LEFT, NONE, QPoint(520, WAVE_Y))
    for by_px in (2, 30, 60):
        QTest.mouseMove(with_track, QPoint(520 + by_px, WAVE_Y))
    assert told == [9.0, 6.0]


def test_a_click_on_the_waveform_seeks(with_track: Timeline, qtbot: QtBot) -> None:
    dropped = heard_from(with_track)
    with qtbot.waitSignal(with_track.seek_requested) as sought:
        drag(with_track, 2)
    assert sought.args == [pytest.approx(50.2)]
    assert dropped == []


def test_the_picture_above_it_still_scrubs(with_track: Timeline, qtbot: QtBot) -> None:
    dropped = heard_from(with_track)
    with qtbot.waitSignal(with_track.seek_requested) as sought:
        QTest.mousePress(with_track, LEFT, NONE, QPoint(520, 50))
        QTest.mouseMove(with_track, QPoint(620, 50))
        QTest.mouseRelease(with_track, LEFT, NONE, QPoint(620, 50))
    assert sought.args == [pytest.approx(60.0)]
    assert dropped == []


def test_an_onset_snaps_to_a_cut_and_a_line_says_so(with_track: Timeline, themes: Themes) -> None:
    dropped = heard_from(with_track)
    QTest.mousePress(with_track, LEFT, NONE, QPoint(100, WAVE_Y))
    QTest.mouseMove(with_track, QPoint(78, WAVE_Y))
    line = with_track.grab().toImage().pixelColor(75, 78)
    QTest.mouseRelease(with_track, LEFT, NONE, QPoint(78, WAVE_Y))
    assert dropped == [14.5]
    assert line == QColor(themes.current.accent_hover)
    assert with_track.grab().toImage().pixelColor(75, 78) != line


def test_a_hand_never_snaps_where_snapping_is_off(with_track: Timeline) -> None:
    dropped = heard_from(with_track)
    with_track.set_snapping(on=False)
    drag(with_track, -22, from_px=100)
    assert dropped == [14.2]


def test_alt_turns_snapping_round(with_track: Timeline) -> None:
    dropped = heard_from(with_track)
    drag(with_track, -22, ALT, from_px=100)
    with_track.set_track(track_analysis(200).sound.peaks, 12.0)
    with_track.set_accents(Accents(np.zeros(0), np.array([20.0]), None))
    with_track.set_snapping(on=False)
    drag(with_track, -22, ALT, from_px=100)
    assert dropped == [14.2, 14.5]


def test_a_second_of_the_track_stays_under_the_video(with_track: Timeline) -> None:
    dropped = heard_from(with_track)
    for _ in range(4):
        drag(with_track, 460)
    for _ in range(8):
        drag(with_track, -460)
    assert min(dropped) == -99.0
    assert max(dropped) == 199.0


def test_the_waveform_moves_with_the_hand(with_track: Timeline) -> None:
    with_track.set_track(np.tile(np.array([[-0.9, 0.9]], np.float32), (20 * 40, 1)), 0.0)

    def ends_at() -> int:
        image = with_track.grab().toImage()
        ground = image.pixelColor(1030, 100)
        return max(x for x in range(1020) if image.pixelColor(x, 100) != ground)

    before = ends_at()
    QTest.mousePress(with_track, LEFT, NONE, QPoint(520, WAVE_Y))
    QTest.mouseMove(with_track, QPoint(640, WAVE_Y))
    assert ends_at() - before == 120
    QTest.mouseMove(with_track, QPoint(300, WAVE_Y))
    assert ends_at() - before == -220


def test_a_drag_in_the_window_moves_what_is_heard(placed: House) -> None:
    timeline = placed.window.timeline.timeline
    per_px = timeline.time_at(121) - timeline.time_at(120)
    placed.window.timeline.placement.toggle_snapping()
    drag(timeline, 60)
    assert placement_s(placed) == pytest.approx(12.0 - 60 * per_px, abs=0.001)
    assert placed.player.asked("set_track")[-1][1] == placement_s(placed)
    assert suggestion("a").path in placed.engine.auditions.moves


def test_the_sound_follows_a_drag_before_it_ends(placed: House) -> None:
    timeline = placed.window.timeline.timeline
    QTest.mousePress(timeline, LEFT, NONE, QPoint(520, WAVE_Y))
    with placed.bot.waitSignal(placed.engine.auditions.placed):
        QTest.mouseMove(timeline, QPoint(420, WAVE_Y))
    assert placement_s(placed) > 12.0


def test_comma_and_full_stop_nudge_by_a_frame(placed: House) -> None:
    moved = placed.window.timeline.placement.moved_text
    placed.press(Qt.Key.Key_Period)
    placed.press(Qt.Key.Key_Period)
    assert placement_s(placed) == pytest.approx(12.0 - 2 / 25)
    assert moved() == "+2 frames"
    for _ in range(3):
        placed.press(Qt.Key.Key_Comma)
    assert placement_s(placed) == pytest.approx(12.0 + 1 / 25)
    assert moved() == "−1 frame"
    placed.press(Qt.Key.Key_Period)
    assert moved() == ""
    assert suggestion("a").path not in placed.engine.auditions.moves


def test_with_shift_they_nudge_by_ten_milliseconds(placed: House) -> None:
    for _ in range(3):
        placed.press(Qt.Key.Key_Period, held=SHIFT)
    assert placement_s(placed) == pytest.approx(12.0 - 0.03)
    assert placed.window.timeline.placement.moved_text() == "+0.030 s"
    placed.press(Qt.Key.Key_Comma, held=SHIFT)
    assert placement_s(placed) == pytest.approx(12.0 - 0.02)


def test_nudging_ends_with_a_second_of_overlap(placed: House) -> None:
    placed.engine.auditions.place(28.99)
    for _ in range(3):
        placed.press(Qt.Key.Key_Comma)
    assert placement_s(placed) == 29.0


def test_back_to_the_suggested_place(placed: House) -> None:
    reset = placed.button("Back to the suggested place")
    assert not reset.isEnabled()
    placed.press(Qt.Key.Key_Period)
    assert reset.isEnabled()
    placed.press(Qt.Key.Key_0, held=CONTROL)
    assert placement_s(placed) == 12.0
    placed.press(Qt.Key.Key_Comma)
    reset.click()
    assert placement_s(placed) == 12.0
    assert not reset.isEnabled()


def test_its_best_places_are_a_key_or_a_click_away(placed: House) -> None:
    found = places(video_analysis(), track_analysis().sound).candidates
    wanted = [candidate.placement.placement_s for candidate in found]
    assert len(wanted) == 3
    buttons = [placed.button(f"Place {number}") for number in (1, 2, 3)]
    placed.press(Qt.Key.Key_2, held=CONTROL)
    assert placement_s(placed) == wanted[1]
    assert [one.isChecked() for one in buttons] == [False, True, False]
    buttons[2].click()
    assert placement_s(placed) == wanted[2]
    assert [one.isChecked() for one in buttons] == [False, False, True]
    buttons[0].click()
    assert placement_s(placed) == wanted[0]
    assert "The third best place" in buttons[2].toolTip()
    assert "of 2 cuts" in buttons[2].toolTip()


def test_places_that_there_are_not_cannot_be_asked_for(placed: House) -> None:
    short = replace(suggestion("short"), placement_s=0.0)
    placed.session.analyses[short.path] = track_analysis(10)
    first, second = placed.button("Place 1"), placed.button("Place 2")
    with placed.bot.waitSignal(placed.engine.auditions.entered):
        placed.engine.auditions.enter(short, play=False)
    placed.bot.waitUntil(lambda: first.isEnabled() and not second.isEnabled())
    placed.press(Qt.Key.Key_2, held=CONTROL)
    assert placement_s(placed) == 0.0


def test_a_range_has_places_of_its_own(placed: House) -> None:
    chosen = VideoRange(4.0, 9.0)
    wanted = places(video_analysis(), track_analysis().sound, chosen).candidates[0].placement
    placed.engine.set_range(chosen)
    third = placed.button("Place 3")
    placed.bot.waitUntil(lambda: "where the range begins" in third.toolTip())
    placed.press(Qt.Key.Key_1, held=CONTROL)
    assert placement_s(placed) == wanted.placement_s


def test_a_moved_track_is_shown_there_when_it_comes_back(placed: House) -> None:
    placed.press(Qt.Key.Key_Period)
    auditions = placed.engine.auditions
    for name in ("b", "a"):
        with placed.bot.waitSignal(auditions.entered):
            auditions.enter(suggestion(name), play=False)
    assert placement_s(placed) == pytest.approx(12.0 - 1 / 25)
    assert placed.window.timeline.placement.moved_text() == "+1 frame"


def test_a_click_on_the_map_takes_the_best_place_there(placed: House) -> None:
    strip = placed.window.timeline.map
    found = places(video_analysis(), track_analysis().sound)
    best = found.candidates[1].placement.placement_s
    first, last = found.offsets_s[0], found.offsets_s[-1]
    x = 20 + (best - first) / (last - first) * (strip.width() - 40)
    QTest.mouseClick(strip, LEFT, NONE, QPoint(round(x) + 3, 8))
    assert placement_s(placed) == best


def test_the_map_says_where_the_track_would_enter(placed: House) -> None:
    strip = placed.window.timeline.map
    QTest.mouseMove(strip, QPoint(strip.width() - 20, 8))
    last_s = places(video_analysis(), track_analysis().sound).offsets_s[-1]
    tip = "How well the track fits wherever it is placed. Click: enters at {time} of the track"
    assert strip.toolTip() == tip.format(time=length(last_s))


def test_without_a_track_keys_and_map_do_nothing(playing: House) -> None:
    before = len(playing.player.calls)
    for key, modifier in ((Qt.Key.Key_Period, NONE), (Qt.Key.Key_1, CONTROL), (Qt.Key.Key_0, CONTROL)):
        playing.press(key, held=modifier)
    QTest.mouseClick(playing.window.timeline.map, LEFT, NONE, QPoint(200, 8))
    assert len(playing.player.calls) == before
    assert not playing.button("Place 1").isVisible()


@pytest.mark.parametrize(
    ("placement_s", "rate", "said"),
    [
        (12.0, 25.0, ""),
        (11.92, 25.0, "+2 frames"),
        (12.0 + 1001 / 24000, 24000 / 1001, "−1 frame"),
        (11.97, 25.0, "+0.030 s"),
        (43.5, 25.0, "−31.5 s"),
    ],
)
def test_how_far_a_track_was_moved(placement_s: float, rate: float, said: str) -> None:
    assert moved_by(placement_s, 12.0, rate) == said


def test_a_place_says_what_it_meets() -> None:
    found = places(video_analysis(), track_analysis().sound).candidates[0].placement
    meeting = replace(found, placement_s=12.0, turn_meets_s=5.5, cuts_met=1, agreement=-0.25)
    assert candidate_words(1, meeting, 2) == (
        "The best place: enters at 0:12 of the track\n"
        "its drop meets the picture's turn at 0:06  ·  meets 1 of 2 cuts  ·  −0.25 in step with the picture"
    )
    assert "cut" not in candidate_words(2, replace(meeting, turn_meets_s=None), 0)
