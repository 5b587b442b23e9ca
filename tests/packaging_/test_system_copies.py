"""Which of the build machine's libraries go along, in which order they are loaded."""

import sysconfig
from pathlib import Path

import pytest
from builder.library_graph import in_order, reachable
from builder.system_copies import from_system, place

SYSTEM = Path("/usr/lib/x86_64-linux-gnu")


@pytest.mark.parametrize(
    "name", ["libstdc++.so.6", "libgcc_s.so.1", "libGL.so.1", "libEGL.so.1", "libasound.so.2"]
)
def test_what_must_match_the_system_is_never_shipped(name: str) -> None:
    assert place(name, SYSTEM / name) is None


@pytest.mark.parametrize("name", ["libxcb-cursor.so.0", "libportaudio.so.2", "libsqlite3.so.0"])
def test_what_a_bare_desktop_may_lack_lies_apart(name: str) -> None:
    assert place(name, SYSTEM / name) == f"fallback/{name}"


@pytest.mark.parametrize("name", ["libpython3.11.so.1.0", "libffi.so.8"])
def test_python_stays_with_the_program(name: str) -> None:
    assert place(name, SYSTEM / name) == name


def test_what_wheels_bring_stays_where_it_is() -> None:
    wheel = Path(sysconfig.get_path("purelib")) / "av.libs" / "libasound-c7818c60.so.2"
    assert not from_system(wheel)
    assert place("av.libs/libasound-c7818c60.so.2", wheel) == "av.libs/libasound-c7818c60.so.2"


def test_only_what_is_needed_can_be_reached() -> None:
    needs = {"window": ["toolkit", "libc"], "toolkit": ["fonts"], "fonts": ["toolkit"], "printer": ["fonts"]}
    assert reachable(["window", "unknown"], needs) == {"window", "toolkit", "fonts"}


def test_each_library_comes_after_what_it_needs() -> None:
    needs = {"a": ["c", "elsewhere"], "b": [], "c": ["b"]}
    assert in_order(["a", "b", "c"], needs) == ["b", "c", "a"]


def test_libraries_that_need_each_other_come_once() -> None:
    assert sorted(in_order(["a", "b"], {"a": ["b"], "b": ["a"]})) == ["a", "b"]
