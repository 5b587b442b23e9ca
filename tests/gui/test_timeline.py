"""Where things lie on the timeline, and that a click goes there."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.fakes import track_analysis, video_analysis
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.timeline import Timeline
from tivm_desktop.gui.timeline_picture import (
    fit_columns,
    fit_outline,
    motion_outline,
    tick_step_s,
    waveform_columns,
)


def test_a_click_seeks_to_where_it_is(timeline: Timeline, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timeline.seek_requested) as sought:
        QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(520, 90))
    assert sought.args == [pytest.approx(50.0)]


def test_a_drag_scrubs_all_the_way_and_seeks_once_where_it_ends(timeline: Timeline) -> None:
    scrubbed: list[float] = []
    sought: list[float] = []
    timeline.scrub_requested.connect(scrubbed.append)
    timeline.seek_requested.connect(sought.append)
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=QPoint(120, 90))
    QTest.mouseMove(timeline, QPoint(220, 90))
    QTest.mouseMove(timeline, QPoint(320, 90))
    assert sought == []
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=QPoint(330, 90))
    QTest.mouseMove(timeline, QPoint(420, 90))
    assert scrubbed == pytest.approx([10.0, 20.0, 30.0])
    assert sought == pytest.approx([31.0])


def test_positions_beyond_the_video_are_its_ends(timeline: Timeline) -> None:
    assert timeline.time_at(-50) == 0.0
    assert timeline.time_at(5000) == 100.0


def test_page_keys_go_five_seconds(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.set_position(20.0)
    heard: list[float] = []
    timeline.seek_requested.connect(heard.append)
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(timeline, key)
    assert heard == [25.0, 15.0, 0.0, 100.0]


def test_without_a_video_nothing_can_be_done(timeline: Timeline) -> None:
    timeline.set_video(0.0)
    assert not timeline.isEnabled()
    timeline.set_video(5.0)
    assert timeline.isEnabled()


def test_the_playhead_is_painted_where_the_time_is(timeline: Timeline, themes: Themes) -> None:
    timeline.set_picture(video_analysis(100).picture)
    timeline.set_track(track_analysis(200).sound.peaks, 12.0, (0.1, 1.0))
    without = timeline.grab().toImage().pixelColor(520, 9)
    timeline.set_position(50.0)
    with_it = timeline.grab().toImage().pixelColor(520, 9)
    assert without.name().upper() == themes.current.panel
    assert with_it.name().upper() == themes.current.playhead


def test_the_waveform_is_shifted_by_the_placement() -> None:
    peaks = np.zeros((20 * 10, 2), np.float32)
    peaks[20 * 4 : 20 * 5] = (-0.5, 0.75)
    columns = waveform_columns(peaks, placement_s=3.0, seconds=20.0, columns=20)
    assert columns[1].tolist() == [-0.5, 0.75]
    assert columns[0].tolist() == [0.0, 0.0]
    assert np.isnan(columns[7:]).all()


def test_a_track_that_enters_later_leaves_room_before_it() -> None:
    peaks = np.ones((20 * 5, 2), np.float32)
    columns = waveform_columns(peaks, placement_s=-2.0, seconds=10.0, columns=10)
    assert np.isnan(columns[:2]).all()
    assert not np.isnan(columns[2:7]).any()
    assert np.isnan(columns[7:]).all()


def test_the_fit_strip_ends_with_its_curve() -> None:
    columns = fit_columns([0.25, 2.0], 4.0, 8)
    np.testing.assert_array_equal(columns, [0.25, 0.25, 1.0, 1.0, *[np.nan] * 4])


def test_the_motion_curve_stays_in_its_area() -> None:
    outline = motion_outline(np.array([0, 5, 300], np.float32), 2.4, QRectF(10, 20, 100, 40))
    assert outline.boundingRect() == QRectF(10, 20, 100, 40)


def test_only_what_fits_better_than_most_places_rises() -> None:
    outline = fit_outline(np.array([0.0, 1.0, 1.0, 3.0, 0.5]), np.arange(5.0) - 2, QRectF(20, 3, 100, 13))
    assert [(point.x(), point.y()) for point in outline.toList()] == [
        (20, 16),
        *[(20, 16), (45, 16), (70, 16), (95, 3), (120, 16)],
        (120, 16),
    ]


@pytest.mark.parametrize(("seconds", "step"), [(8, 1), (52, 5), (600, 60), (7200, 1200)])
def test_time_labels_are_round_and_far_enough_apart(seconds: float, step: float) -> None:
    assert tick_step_s(seconds, 1000) == step
