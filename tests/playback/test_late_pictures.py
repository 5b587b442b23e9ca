from tivm_desktop.playback.late_pictures import PATIENCE_S, SHORT_PATIENCE_S, LatePictures


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_only_a_source_that_stays_behind_is_too_slow() -> None:
    clock = Clock()
    late = LatePictures(clock)
    clock.now_s += PATIENCE_S - 0.1
    assert not late.is_too_slow(0.5)
    clock.now_s += 0.05
    assert not late.is_too_slow(0.0)
    clock.now_s += PATIENCE_S - 0.1
    assert not late.is_too_slow(0.5)
    clock.now_s += 0.2
    assert late.is_too_slow(0.5)


def test_one_that_was_too_slow_before_has_less_patience_until_it_has_kept_up() -> None:
    clock = Clock()
    late = LatePictures(clock, SHORT_PATIENCE_S)
    clock.now_s += SHORT_PATIENCE_S + 0.1
    assert late.is_too_slow(0.5)
    clock.now_s += 10.0
    assert not late.is_too_slow(0.0)
    clock.now_s += SHORT_PATIENCE_S + 0.1
    assert not late.is_too_slow(0.5)


def test_late_pictures_are_left_out_but_not_for_long_and_never_the_first() -> None:
    clock = Clock()
    late = LatePictures(clock)
    assert not late.leaves_out(0.5, first=True)
    assert late.leaves_out(0.5, first=False)
    assert not late.leaves_out(0.01, first=False)
    clock.now_s += 0.3
    assert not late.leaves_out(0.5, first=False)


def test_a_jump_is_given_time_to_help() -> None:
    clock = Clock()
    late = LatePictures(clock)
    assert not late.may_jump(1.0)
    assert late.may_jump(2.5)
    assert not late.may_jump(2.5)
    clock.now_s += 3.1
    assert late.may_jump(2.5)
