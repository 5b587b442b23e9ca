"""Scrubbing, the proxy on its way to the player, and what the status bar says of the picture."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import FakeFrame
from tivm_desktop.gui.preview import PAUSED_POLL_MS
from tivm_desktop.gui.timeline_still import SIDE_PX

LEFT = Qt.MouseButton.LeftButton
PROXY = Path("/cache/proxies/clip.mkv")


def place(house: House, time_s: float) -> QPoint:
    """Where second `time_s` of the ten lies on the timeline."""
    timeline = house.window.timeline.timeline
    return QPoint(round(SIDE_PX + time_s / 10.0 * (timeline.width() - 2 * SIDE_PX)), 60)


def test_a_drag_scrubs_and_letting_go_seeks_and_plays_on(playing: House) -> None:
    timeline, player = playing.window.timeline.timeline, playing.player
    playing.engine.playhead.toggle_play()
    if not player.state.playing:
        playing.engine.playhead.toggle_play()
    plays = len(player.asked("play"))
    QTest.mousePress(timeline, LEFT, pos=place(playing, 2.0))
    QTest.mouseMove(timeline, place(playing, 4.0))
    assert not player.state.playing
    assert [time_s for (time_s,) in player.asked("scrub")] == pytest.approx([2.0, 4.0], abs=0.02)
    QTest.mouseRelease(timeline, LEFT, pos=place(playing, 4.0))
    assert player.asked("seek")[-1] == (pytest.approx(4.0, abs=0.02),)
    assert len(player.asked("play")) == plays + 1


def test_what_stood_still_before_a_drag_stands_still_after_it(playing: House) -> None:
    player = playing.player
    player.pause()
    plays = len(player.asked("play"))
    QTest.mouseClick(playing.window.timeline.timeline, LEFT, pos=place(playing, 3.0))
    assert len(player.asked("play")) == plays
    assert not player.state.playing


def test_while_scrubbing_the_picture_is_looked_for_often(playing: House) -> None:
    playing.player.pause()
    polls: list[float] = []
    preview = playing.window.preview
    preview.set_playing(playing=False)
    QTest.mousePress(playing.window.timeline.timeline, LEFT, pos=place(playing, 3.0))

    def look() -> FakeFrame | None:
        polls.append(0.0)
        return None

    def is_often() -> bool:
        polls.clear()
        playing.bot.wait(2 * PAUSED_POLL_MS)
        return len(polls) > 4

    preview.follow(look)
    assert any(is_often() for _ in range(50)), "not even when the machine has nothing else to do"
    QTest.mouseRelease(playing.window.timeline.timeline, LEFT, pos=place(playing, 3.0))


def test_the_proxy_of_the_open_video_goes_to_the_player(playing: House) -> None:
    playing.engine.marshal.proxy_ready(Path("/v/other.mp4"), Path("/cache/proxies/other.mkv"))
    assert playing.player.asked("set_proxy") == []
    playing.engine.marshal.proxy_ready(VIDEO, PROXY)
    assert playing.player.asked("set_proxy") == [(PROXY,)]


@pytest.mark.parametrize(
    ("source", "decoded_by", "said"),
    [
        ("original", "software", "Picture: original"),
        ("proxy", "software", "Picture: proxy"),
        ("original", "cuda", "Picture: original (cuda)"),
        ("proxy", "cuda", "Picture: proxy (cuda)"),
    ],
)
def test_the_status_bar_says_where_the_picture_is_from(
    playing: House, source: str, decoded_by: str, said: str
) -> None:
    changed = {"picture_from": source, "decoded_by": decoded_by}
    playing.player.state = replace(playing.player.state, **changed)  # type: ignore[arg-type]
    playing.engine.state_changed.emit(playing.player.state)
    assert playing.window.status.picture_text() == said


def test_without_a_video_nothing_is_said_of_a_picture(house: House) -> None:
    house.engine.state_changed.emit(house.player.state)
    assert house.window.status.picture_text() == ""
