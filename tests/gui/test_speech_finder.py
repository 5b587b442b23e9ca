"""Speech is looked for once ducking is wanted, and the player hears of it for the open video only."""

from dataclasses import replace
from pathlib import Path

from tests.gui.conftest import VIDEO, House
from tivm_desktop.domain.mix import Ducking

SPANS = ((1.0, 2.0), (4.0, 5.5))
OTHER = Path("/v/other.mp4")


def duck(house: House, *, on: bool = True) -> None:
    house.engine.set_mix(replace(house.engine.mix, ducking=Ducking(on=on)))


def test_nothing_is_looked_for_before_ducking_is_wanted(house: House) -> None:
    house.open(VIDEO)
    assert house.session.asked("find_speech") == []
    duck(house)
    duck(house)
    assert house.session.asked("find_speech") == [()]
    assert house.engine.speech.looking


def test_the_player_hears_what_is_found(house: House) -> None:
    house.open(VIDEO)
    duck(house)
    with house.bot.waitSignal(house.engine.speech.changed):
        house.engine.marshal.speech_found(VIDEO, SPANS)
    assert house.player.asked("set_speech")[-1] == (SPANS,)
    assert house.engine.speech.spans == SPANS
    assert not house.engine.speech.looking
    duck(house, on=False)
    duck(house)
    assert len(house.session.asked("find_speech")) == 1


def test_another_video_begins_without_speech_and_is_searched(house: House) -> None:
    duck(house)
    house.open(VIDEO)
    house.engine.marshal.speech_found(VIDEO, SPANS)
    house.open(OTHER)
    assert house.player.asked("set_speech")[-1] == ((),)
    assert house.engine.speech.spans is None
    asked = [call[0] for call in house.session.calls if call[0] in ("set_video", "find_speech")]
    assert asked == ["set_video", "find_speech"] * 2


def test_what_is_found_too_late_is_not_taken(house: House) -> None:
    house.open(VIDEO)
    duck(house)
    house.open(OTHER)
    house.engine.marshal.speech_found(VIDEO, SPANS)
    house.engine.marshal.speech_failed(VIDEO, "cut.mp4 has no sound that can be heard: export it again.")
    assert house.engine.speech.spans is None
    assert house.engine.speech.sentence == ""
    assert house.player.asked("set_speech")[-1] == ((),)


def test_why_it_cannot_be_found_is_told_and_taken_back(house: House) -> None:
    house.open(VIDEO)
    duck(house)
    with house.bot.waitSignal(house.engine.problem) as told:
        house.engine.marshal.speech_failed(VIDEO, "speech.json is missing; get the pack again.")
    assert told.args == ["speech.json is missing; get the pack again."]
    assert not house.engine.speech.looking
    with house.bot.waitSignal(house.engine.solved) as taken_back:
        house.open(OTHER)
    assert taken_back.args == told.args
