from tivm_desktop.playback.picture_pace import PATIENCE_S, SHORT_PATIENCE_S, Pace


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_only_a_source_that_stays_behind_is_too_slow() -> None:
    clock = Clock()
    pace = Pace(clock)
    clock.now_s += PATIENCE_S - 0.1
    assert not pace.is_too_slow(0.5)
    clock.now_s += 0.05
    assert not pace.is_too_slow(0.0)
    clock.now_s += PATIENCE_S - 0.1
    assert not pace.is_too_slow(0.5)
    clock.now_s += 0.2
    assert pace.is_too_slow(0.5)


def test_one_that_was_too_slow_before_has_less_patience_until_it_has_kept_up() -> None:
    clock = Clock()
    pace = Pace(clock, SHORT_PATIENCE_S)
    clock.now_s += SHORT_PATIENCE_S + 0.1
    assert pace.is_too_slow(0.5)
    clock.now_s += 10.0
    assert not pace.is_too_slow(0.0)
    clock.now_s += SHORT_PATIENCE_S + 0.1
    assert not pace.is_too_slow(0.5)


def test_late_pictures_are_left_out_but_not_for_long_and_never_the_first() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert not pace.leaves_out(0.5, first=True)
    assert pace.leaves_out(0.5, first=False)
    assert not pace.leaves_out(0.01, first=False)
    clock.now_s += 0.3
    assert not pace.leaves_out(0.5, first=False)


def test_a_jump_is_given_time_to_help() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert not pace.may_jump(1.0)
    assert pace.may_jump(2.5)
    assert not pace.may_jump(2.5)
    clock.now_s += 3.1
    assert pace.may_jump(2.5)
