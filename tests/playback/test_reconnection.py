import pytest

from tests.playback.making import FakeOutput
from tivm_desktop.playback.reconnection import FIRST_TRY_S, PROOF_S, TRY_EVERY_S, Reconnection


@pytest.fixture
def output() -> FakeOutput:
    return FakeOutput(latency_s=0.1)


@pytest.fixture
def reconnection(output: FakeOutput) -> Reconnection:
    reconnection = Reconnection(output)
    reconnection.lost()
    return reconnection


def test_a_lost_device_is_tried_soon(reconnection: Reconnection, output: FakeOutput) -> None:
    assert reconnection.look() is None
    assert output.opened == 0
    output.advance(FIRST_TRY_S)
    reconnection.look()
    assert output.opened == 1


def test_a_device_that_is_missing_is_tried_every_few_seconds(
    reconnection: Reconnection, output: FakeOutput
) -> None:
    output.refuses_to_open = "No sound device was found."
    output.advance(FIRST_TRY_S)
    for tries in range(1, 4):
        assert reconnection.look() is None
        assert reconnection.look() is None
        assert output.opened == tries
        output.advance(TRY_EVERY_S)


def test_a_device_is_back_once_it_plays_the_silence_it_was_given(
    reconnection: Reconnection, output: FakeOutput
) -> None:
    output.advance(FIRST_TRY_S)
    assert reconnection.look() is None
    assert reconnection.look() is None
    output.advance(PROOF_S)
    assert reconnection.look() == output.device
    assert output.running
    assert not output.heard().any()
    reconnection.rest()
    assert output.running


def test_a_device_that_fails_while_it_is_tried_is_let_go_of(
    reconnection: Reconnection, output: FakeOutput
) -> None:
    output.advance(FIRST_TRY_S)
    reconnection.look()
    output.failure = "The device was unplugged."
    assert reconnection.look() is None
    assert not output.running
    output.advance(TRY_EVERY_S)
    reconnection.look()
    assert output.opened == 2


def test_resting_lets_go_of_a_device_that_is_being_tried(
    reconnection: Reconnection, output: FakeOutput
) -> None:
    output.advance(FIRST_TRY_S)
    reconnection.look()
    assert output.running
    reconnection.rest()
    assert not output.running


def test_news_of_devices_have_it_tried_at_once(reconnection: Reconnection, output: FakeOutput) -> None:
    output.refuses_to_open = "No sound device was found."
    output.advance(FIRST_TRY_S)
    reconnection.look()
    reconnection.hurry()
    opened = output.opened
    reconnection.look()
    assert output.opened == opened + 1
