"""A range of the video: set by keys, buttons and handles; shown, asked for, kept and taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import FakePlayer, FakeSession, order, parts, suggestion, track_analysis, video_analysis
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.timeline import Timeline
from tivm_desktop.gui.wording import entry, span

OTHER = Path("/v/other.mp4")
LEFT = Qt.MouseButton.LeftButton
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def mark(house: House, start_s: float, end_s: float) -> None:
    house.engine.playhead.seek(start_s)
    house.press(Qt.Key.Key_I)
    house.engine.playhead.seek(end_s)
    house.press(Qt.Key.Key_O)


def drag(timeline: Timeline, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(timeline, LEFT, pos=start)
    QTest.mouseMove(timeline, end)
    QTest.mouseRelease(timeline, LEFT, pos=end)


def test_i_and_o_set_the_range_at_the_playhead(playing: House) -> None:
    mark(playing, 2.0, 7.5)
    assert playing.engine.range == VideoRange(2.0, 7.5)
    assert playing.session.asked("set_range") == [(VideoRange(2.0, 10.0),), (VideoRange(2.0, 7.5),)]
    assert playing.window.timeline.range.text() == "Range 0:02–0:08"
    assert "range 0:02–0:08" in playing.window.timeline.timeline.accessibleDescription()


def test_alt_x_or_the_button_goes_back_to_the_whole_video(playing: House) -> None:
    mark(playing, 2.0, 7.0)
    clear = playing.button("Clear the range")
    assert clear.isVisible()
    playing.press(Qt.Key.Key_X, held=ALT)
    assert playing.engine.range is None
    assert playing.session.asked("set_range")[-1] == (None,)
    assert not clear.isVisible()
    mark(playing, 2.0, 7.0)
    clear.click()
    assert playing.engine.range is None


def test_alt_i_and_alt_o_take_one_point_away_each(playing: House) -> None:
    mark(playing, 2.0, 7.0)
    playing.press(Qt.Key.Key_I, held=ALT)
    assert playing.engine.range == VideoRange(0.0, 7.0)
    playing.press(Qt.Key.Key_O, held=ALT)
    assert playing.engine.range is None
    playing.press(Qt.Key.Key_I, held=ALT)
    assert playing.engine.range is None


def test_shift_i_and_shift_o_go_to_the_points(playing: House) -> None:
    mark(playing, 2.0, 7.0)
    playing.press(Qt.Key.Key_I, held=SHIFT)
    assert playing.player.state.position_s == 2.0
    playing.press(Qt.Key.Key_O, held=SHIFT)
    assert playing.player.state.position_s == 7.0
    assert playing.engine.range == VideoRange(2.0, 7.0)


def test_the_buttons_do_what_the_keys_do(playing: House) -> None:
    playing.engine.playhead.seek(3.0)
    playing.button("Begin the range here").click()
    playing.engine.playhead.seek(6.0)
    playing.button("End the range here").click()
    assert playing.engine.range == VideoRange(3.0, 6.0)


def test_without_a_video_nothing_can_be_marked(house: House) -> None:
    assert not house.button("Begin the range here").isEnabled()
    house.press(Qt.Key.Key_I)
    house.press(Qt.Key.Key_O)
    house.engine.set_range(VideoRange(1.0, 4.0))
    assert house.engine.range is None
    assert house.session.asked("set_range") == []


def test_a_point_that_leaves_no_second_is_told_and_changes_nothing(playing: House) -> None:
    mark(playing, 2.0, 7.0)
    playing.engine.playhead.seek(9.8)
    playing.press(Qt.Key.Key_I)
    assert "too short a range of cut.mp4" in playing.window.message.text()
    assert playing.engine.range == VideoRange(2.0, 7.0)
    playing.engine.playhead.seek(4.0)
    playing.press(Qt.Key.Key_I)
    assert playing.engine.range == VideoRange(4.0, 7.0)
    assert playing.window.message.text() == ""


def test_the_track_goes_on_and_stays_selected_while_the_list_is_ranked_for_the_range(playing: House) -> None:
    tracks = playing.window.tracks
    tracks.view.setCurrentIndex(tracks.model.index(1, 0))
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        playing.engine.auditions.enter(order("a", "b", "c")[1], play=True)
    entered = playing.player.asked("set_track")
    mark(playing, 2.0, 7.0)
    tracks.view.settling.left()
    with playing.bot.waitSignal(tracks.view.settled):
        playing.engine.marshal.ranked(VIDEO, order("c", "a", "b"))
    assert [one.title for one in tracks.model.suggestions] == ["c", "a", "b"]
    assert tracks.view.current_path() == suggestion("b").path
    assert playing.player.asked("set_track") == entered
    assert playing.player.state.playing


def test_the_heading_says_for_what_the_order_that_is_shown_was_ranked(playing: House) -> None:
    tracks = playing.window.tracks
    tracks.view.settling.entered()
    mark(playing, 2.0, 7.0)
    playing.engine.marshal.ranked(VIDEO, order("c", "a", "b"))
    assert tracks.count_text() == "3 ranked by fit"
    tracks.view.settling.let_out_now()
    assert tracks.count_text() == "3 ranked for 0:02–0:07"
    playing.engine.set_range(None)
    assert tracks.count_text() == "3 ranked for 0:02–0:07"
    playing.engine.marshal.ranked(VIDEO, order("a", "b", "c"))
    tracks.view.settling.let_out_now()
    assert tracks.count_text() == "3 ranked by fit"
    tracks.view.settling.left()


def test_another_video_begins_whole(playing: House) -> None:
    mark(playing, 2.0, 7.0)
    playing.open(OTHER)
    assert playing.engine.range is None
    assert playing.window.timeline.range.text() == ""
    playing.engine.marshal.ranked(OTHER, order("a"))
    assert playing.window.tracks.count_text() == "1 ranked by fit"
    assert playing.session.calls[-1] == ("set_video", OTHER)


def test_an_analysis_taken_up_again_keeps_the_range(playing: House) -> None:
    mark(playing, 2.0, 7.0)
    playing.engine.cancel_video()
    playing.engine.analyse_video_again()
    assert playing.session.calls[-2:] == [("set_video", VIDEO), ("set_range", VideoRange(2.0, 7.0))]


def test_a_range_set_before_the_session_is_there_is_asked_for_when_it_is(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = FakeSession()
    made = parts(FakePlayer(), session)
    engine = Engine(made, Marshal())
    facts = made.look_at(VIDEO)
    assert facts is not None
    engine.open_video(facts)
    engine.set_range(VideoRange(1.0, 4.0))
    with qtbot.waitSignals([engine.player_ready, engine.pack_named]):
        engine.start()
    assert session.calls == [("set_video", VIDEO), ("set_range", VideoRange(1.0, 4.0))]
    engine.close()


def test_the_heading_says_where_the_track_is_as_the_range_begins() -> None:
    chosen = VideoRange(30.0, 45.0)
    assert entry(-10.0, chosen) == "at 0:20 where the range begins"
    assert entry(-40.0, chosen) == "enters 0:40 into the video"
    assert entry(-10.0) == "enters 0:10 into the video"
    assert entry(12.0, VideoRange(0.0, 9.0)) == "enters at 0:12 of the track"
    assert span(VideoRange(59.6, 3725.0)) == "1:00–1:02:05"


def test_what_is_outside_the_range_is_shaded_and_the_range_is_not(timeline: Timeline, themes: Themes) -> None:
    timeline.set_picture(video_analysis(100).picture)
    timeline.set_track(track_analysis(200).sound.peaks, 12.0, (1.0,) * 100)
    strip = 22 + 40 + 6 + 3
    places = {name: QPoint(x, strip) for name, x in (("before", 120), ("inside", 520), ("behind", 920))}
    plain = timeline.grab().toImage()
    timeline.set_range(VideoRange(30.0, 70.0))
    marked = timeline.grab().toImage()
    assert marked.pixelColor(places["inside"]) == plain.pixelColor(places["inside"])
    panel = QColor(themes.current.panel)
    for name in ("before", "behind"):
        before, after = plain.pixelColor(places[name]), marked.pixelColor(places[name])
        assert abs(after.green() - panel.green()) < abs(before.green() - panel.green()) / 2
    assert marked.pixelColor(520, 1).name().upper() == themes.current.accent
    timeline.set_range(None)
    assert timeline.grab().toImage() == plain


@pytest.mark.parametrize(
    ("start", "end", "made"),
    [
        (QPoint(316, 8), QPoint(216, 8), VideoRange(20.0, 70.0)),
        (QPoint(724, 8), QPoint(624, 150), VideoRange(30.0, 60.0)),
        (QPoint(316, 8), QPoint(5, 8), VideoRange(0.0, 70.0)),
        (QPoint(724, 8), QPoint(1039, 8), VideoRange(30.0, 100.0)),
        (QPoint(316, 8), QPoint(900, 8), VideoRange(69.0, 70.0)),
        (QPoint(724, 8), QPoint(100, 8), VideoRange(30.0, 31.0)),
    ],
)
def test_a_handle_that_is_dragged_moves_its_point(
    timeline: Timeline, qtbot: QtBot, start: QPoint, end: QPoint, made: VideoRange
) -> None:
    timeline.set_range(VideoRange(30.0, 70.0))
    with (
        qtbot.assertNotEmitted(timeline.seek_requested),
        qtbot.waitSignal(timeline.range_chosen) as chosen,
    ):
        drag(timeline, start, end)
    assert chosen.args is not None
    assert (chosen.args[0].start_s, chosen.args[0].end_s) == pytest.approx((made.start_s, made.end_s))


def test_a_handle_snaps_to_a_cut_and_to_the_playhead(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.set_picture(video_analysis(100).picture)
    timeline.set_position(50.3)
    timeline.set_range(VideoRange(30.0, 70.0))
    with qtbot.waitSignal(timeline.range_chosen) as chosen:
        drag(timeline, QPoint(320, 8), QPoint(20 + 57, 8))
    assert chosen.args == [VideoRange(5.5, 70.0)]
    timeline.set_range(VideoRange(30.0, 70.0))
    with qtbot.waitSignal(timeline.range_chosen) as chosen:
        drag(timeline, QPoint(720, 8), QPoint(20 + 500, 8))
    assert chosen.args == [VideoRange(30.0, 50.3)]


def test_beside_the_handles_a_click_still_seeks_and_a_mere_click_on_one_changes_nothing(
    timeline: Timeline, qtbot: QtBot
) -> None:
    timeline.set_range(VideoRange(30.0, 70.0))
    with qtbot.assertNotEmitted(timeline.range_chosen):
        QTest.mouseClick(timeline, LEFT, pos=QPoint(316, 8))
        with qtbot.waitSignal(timeline.seek_requested):
            QTest.mouseClick(timeline, LEFT, pos=QPoint(316, 90))
        with qtbot.waitSignal(timeline.seek_requested):
            QTest.mouseClick(timeline, LEFT, pos=QPoint(360, 8))


def test_the_pointer_says_that_a_handle_can_be_dragged(timeline: Timeline) -> None:
    timeline.set_range(VideoRange(30.0, 70.0))
    QTest.mouseMove(timeline, QPoint(316, 8))
    assert timeline.cursor().shape() == Qt.CursorShape.SizeHorCursor
    assert timeline.toolTip() == "Drag to move this end of the range"
    QTest.mouseMove(timeline, QPoint(500, 8))
    assert timeline.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert timeline.toolTip() == ""


def test_a_dragged_handle_ranks_for_the_new_range(playing: House) -> None:
    mark(playing, 2.0, 7.0)
    drawn = playing.window.timeline.timeline
    px_per_s = (drawn.width() - 40) / 10
    start = QPoint(round(20 + 7 * px_per_s) + 4, 8)
    drag(drawn, start, start - QPoint(round(2 * px_per_s), 0))
    asked = playing.session.asked("set_range")[-1][0]
    assert isinstance(asked, VideoRange)
    assert asked.start_s == 2.0
    assert asked.end_s == pytest.approx(5.0, abs=0.02)
    assert playing.engine.range == asked
