import os
from collections.abc import Callable
from ctypes.util import find_library

import pytest

from tivm_desktop.machine.idle import linux_idle_s, logind_idle_s, mac_idle_s, mutter_idle_s, x11_idle_s

SESSION = {"XDG_SESSION_ID": "3"}


def saying(answers: dict[str, str]) -> Callable[[list[str]], str]:
    return lambda command: answers.get(command[0], "")


def test_what_the_gnome_shell_says_is_milliseconds() -> None:
    assert mutter_idle_s(saying({"gdbus": "(uint64 4250,)\n"})) == 4.25
    assert mutter_idle_s(saying({"gdbus": "Error: no such name"})) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("IdleHint=yes\nIdleSinceHintMonotonic=40000000\n", 60.0),
        ("IdleHint=no\nIdleSinceHintMonotonic=40000000\n", 0.0),
        ("IdleHint=no\nIdleSinceHintMonotonic=0\n", None),
        ("", None),
    ],
)
def test_logind_is_believed_once_somebody_has_told_it_anything(said: str, expected: float | None) -> None:
    assert logind_idle_s(SESSION, saying({"loginctl": said}), 100.0) == expected


def test_without_a_session_logind_is_not_asked() -> None:
    assert logind_idle_s({}, saying({"loginctl": "IdleHint=yes\nIdleSinceHintMonotonic=1"}), 100.0) is None


def test_under_wayland_the_shell_is_asked_and_then_logind() -> None:
    wayland = {**SESSION, "DISPLAY": ":nowhere", "WAYLAND_DISPLAY": "w", "DBUS_SESSION_BUS_ADDRESS": "b"}
    logind = {"loginctl": "IdleHint=no\nIdleSinceHintMonotonic=5\n"}
    assert linux_idle_s(wayland, saying({"gdbus": "(uint64 9000,)", **logind})) == 9.0
    assert linux_idle_s(wayland, saying(logind)) == 0.0
    assert linux_idle_s({}, saying({})) is None


def test_the_registry_of_a_mac_counts_nanoseconds() -> None:
    assert mac_idle_s(saying({"ioreg": '    | "HIDIdleTime" = 1500000000\n'})) == 1.5
    assert mac_idle_s(saying({})) is None


def test_an_x_server_is_asked_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    idle_s = x11_idle_s()
    if os.environ.get("DISPLAY") and find_library("Xss") is not None:
        assert idle_s is not None
        assert idle_s >= 0.0
    else:
        assert idle_s is None
    monkeypatch.setenv("DISPLAY", ":987")
    assert x11_idle_s() is None
