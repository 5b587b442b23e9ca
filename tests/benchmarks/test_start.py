"""Figures of the start: counted from outside, medians and ratios of programs that were started in turn."""

import pytest

from benchmarks.start import measure, moment_s, percentile


def test_percentiles_lie_between_neighbours() -> None:
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile([0.0, 1.0], 0.95) == pytest.approx(0.95)
    assert percentile([7.0], 0.95) == 7.0


def test_a_line_of_the_log_is_a_moment() -> None:
    line = "1970-01-02 00:00:01,250 INFO tivm_desktop.gui.keeping_on: the window can be used"
    assert moment_s(line) == pytest.approx(86_401.25)


def test_all_are_started_in_turn_and_the_first_start_is_not_counted() -> None:
    order: list[str] = []
    times = {"installed": iter([9.0, 1.0, 2.0, 3.0]), "bare": iter([9.0, 0.5, 0.5, 0.5])}

    def begin(name: str) -> float:
        order.append(name)
        return next(times[name])

    starts = {"installed": lambda: begin("installed"), "bare": lambda: begin("bare")}
    document = measure(starts, 3, cold=False)
    assert order == ["installed", "bare"] * 4
    assert document["usable_s"] == {"installed": 2.0, "bare": 0.5}
    assert (document["ratio_to_bare"], document["over_bare_s"]) == (4.0, 1.5)
    assert document["first_s"] == {"installed": 9.0, "bare": 9.0}
    assert document["within_target"] is False
    assert document["cold_s"] == {}
