import time

import pytest

from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.matching.index_pace import AT_WORK, ON_BATTERY, PAUSED, Gate, Surroundings

CAREFUL = IndexPace(only_when_idle=True, wait_on_battery=True)


class Machine:
    """What the machine is doing, and how often it was asked."""

    def __init__(self, *, battery: bool | None = False, idle_s: float | None = 1e6) -> None:
        self.battery = battery
        self.idle_s = idle_s
        self.asked = 0

    def gate(self, pace: IndexPace, look_every_s: float = 0.0, hold_s: float = 0.0) -> Gate:
        return Gate(pace, Surroundings(self.ask_battery, self.ask_idle), look_every_s, hold_s)

    def ask_battery(self) -> bool | None:
        self.asked += 1
        return self.battery

    def ask_idle(self) -> float | None:
        self.asked += 1
        return self.idle_s


@pytest.mark.parametrize(
    ("battery", "idle_s", "why"),
    [(False, 1e6, ""), (True, 1e6, ON_BATTERY), (False, 3.0, AT_WORK), (True, 3.0, ON_BATTERY)],
)
def test_it_waits_for_mains_and_for_nobody_at_work(*, battery: bool, idle_s: float, why: str) -> None:
    gate = Machine(battery=battery, idle_s=idle_s).gate(CAREFUL)
    gate.look()
    assert (gate.why, gate.is_open, gate.notices) == (why, not why, ())


def test_what_the_pace_does_not_ask_for_is_not_looked_at() -> None:
    machine = Machine(battery=True, idle_s=0.0)
    gate = machine.gate(IndexPace())
    assert (gate.look(), gate.next_look_s, gate.why, machine.asked) == (False, None, "", 0)


def test_a_machine_that_says_nothing_is_not_waited_for_and_the_user_is_told() -> None:
    gate = Machine(battery=None, idle_s=None).gate(CAREFUL)
    assert gate.look()
    assert gate.is_open
    about_power, about_idle = gate.notices
    assert "doesn't wait for mains" in about_power
    assert "doesn't wait for a pause" in about_idle


def test_what_can_not_be_asked_is_told_also_while_somebody_is_at_work() -> None:
    gate = Machine(battery=None, idle_s=0.0).gate(CAREFUL)
    assert gate.look()
    assert gate.why == AT_WORK
    [notice] = gate.notices
    assert "doesn't wait for mains" in notice


def test_it_tells_when_something_changed() -> None:
    machine = Machine()
    gate = machine.gate(CAREFUL)
    assert not gate.look()
    machine.battery = True
    assert gate.look()
    assert not gate.look()
    machine.battery = False
    assert gate.look()
    assert gate.is_open


def test_the_machine_is_asked_at_intervals() -> None:
    machine = Machine()
    gate = machine.gate(IndexPace(wait_on_battery=True), look_every_s=100.0)
    before_s = time.monotonic()
    gate.look()
    after_s = time.monotonic()
    assert gate.next_look_s is not None
    assert before_s + 100.0 <= gate.next_look_s <= after_s + 100.0
    for _ in range(4):
        gate.look()
    assert machine.asked == 1
    gate.set_pace(CAREFUL)
    gate.look()
    assert machine.asked == 3


def test_what_is_paused_looks_at_nothing() -> None:
    machine = Machine(battery=True)
    gate = machine.gate(CAREFUL)
    gate.paused = True
    assert (gate.look(), gate.next_look_s, gate.why, machine.asked) == (False, None, PAUSED, 0)
    gate.paused = False
    gate.look()
    assert gate.why == ON_BATTERY


def test_trouble_holds_it_for_a_while_and_longer_each_time() -> None:
    gate = Machine().gate(IndexPace(), hold_s=10.0)
    for wait_s in (10.0, 20.0, 40.0, 10.0):
        if wait_s == 10.0:
            gate.all_is_well()
        before_s = time.monotonic()
        gate.hold("The disk is full.")
        after_s = time.monotonic()
        assert gate.why == "The disk is full."
        assert not gate.look()
        assert gate.next_look_s is not None
        assert before_s + wait_s <= gate.next_look_s <= after_s + wait_s


def test_trouble_passes() -> None:
    gate = Machine().gate(IndexPace(), hold_s=0.0)
    gate.hold("The disk is full.")
    assert gate.look()
    assert gate.is_open


def test_there_is_always_one_worker() -> None:
    assert Machine().gate(IndexPace(workers=0)).pace.workers == 1
