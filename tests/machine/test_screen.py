import pytest

from tivm_desktop.machine.screen import has_screen


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_session_on_a_desktop_has_a_screen(name: str) -> None:
    assert has_screen({name: "one"}, "linux")
    assert not has_screen({name: ""}, "linux")


def test_a_session_over_ssh_has_none() -> None:
    assert not has_screen({"HOME": "/home/ann"}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_one_without_telling(platform: str) -> None:
    assert has_screen({}, platform)
