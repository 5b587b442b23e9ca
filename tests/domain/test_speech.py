import numpy as np
import pytest

from tivm_desktop.domain.mix import SpeechSpans
from tivm_desktop.domain.speech import SpeechRules, speech_spans

FRAME_S = 0.05
BARE = SpeechRules(shortest_s=0.0, shortest_pause_s=0.0, margin_s=0.0)


def spans(text: str, rules: SpeechRules | None = None) -> SpeechSpans:
    """Spans of one frame a letter: . is silence, - is between the two thresholds, # is speech."""
    likely = {".": 0.05, "-": 0.2, "#": 0.9}
    found = speech_spans(np.array([likely[letter] for letter in text], np.float32), FRAME_S, rules)
    return tuple((round(begin, 6), round(end, 6)) for begin, end in found)


@pytest.mark.parametrize("text", ["", "....", "--------", "-.-.-"])
def test_nothing_likely_is_no_speech(text: str) -> None:
    assert spans(text) == ()


def test_speech_begins_and_ends_at_the_lower_threshold() -> None:
    assert spans(".-##--.--..#.", BARE) == ((0.05, 0.3), (0.55, 0.6))


def test_everything_can_be_speech() -> None:
    assert spans("#" * 40) == ((0.0, 2.0),)


def test_short_pauses_belong_to_the_speech_and_longer_ones_do_not() -> None:
    rules = SpeechRules(shortest_s=0.0, shortest_pause_s=0.2, margin_s=0.0)

    assert spans("##...##....##", rules) == ((0.0, 0.35), (0.55, 0.65))


def test_a_short_sound_is_none_unless_it_joins_others() -> None:
    rules = SpeechRules(shortest_s=0.25, shortest_pause_s=0.12, margin_s=0.0)

    assert spans("####...........####..##", rules) == ((0.75, 1.15),)


def test_margins_stay_inside_and_merge_where_they_meet() -> None:
    rules = SpeechRules(shortest_s=0.0, shortest_pause_s=0.05, margin_s=0.1)

    assert spans("#####...#####.....#####", rules) == ((0.0, 0.75), (0.8, 1.15))


@pytest.mark.parametrize("seed", range(5))
def test_always_in_order_apart_and_inside(seed: int) -> None:
    noise = np.random.default_rng(seed).random(2000).astype(np.float32)
    smooth = np.convolve(noise, np.ones(8) / 8, "same").astype(np.float32)

    found = speech_spans(smooth, FRAME_S)

    edges = [edge for span in found for edge in span]
    assert found
    assert edges == sorted(set(edges))
    assert edges[0] >= 0.0
    assert edges[-1] <= 100.0


def test_what_counts_as_speech_unless_told_otherwise() -> None:
    assert SpeechRules() == SpeechRules(
        enter=0.3, leave=0.15, shortest_s=0.25, shortest_pause_s=0.3, margin_s=0.1
    )


def test_a_threshold_that_is_just_reached_is_reached() -> None:
    rules = SpeechRules(enter=0.5, leave=0.25, shortest_s=0.0, shortest_pause_s=0.0, margin_s=0.0)
    found = speech_spans(np.array([0.25, 0.5, 0.25, 0.0, 0.25, 0.49], np.float32), 1.0, rules)
    assert found == ((0.0, 3.0),)


def test_a_sound_of_just_the_shortest_length_is_one() -> None:
    rules = SpeechRules(shortest_s=2.0, shortest_pause_s=0.0, margin_s=0.0)
    sounds = np.array([0, 0.9, 0.9, 0, 0.9, 0], np.float32)
    assert speech_spans(sounds, 1.0, rules) == ((1.0, 3.0),)
