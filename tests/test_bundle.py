"""What the program carries with it is found, and the stamp of a build is read."""

import pytest

from tivm_desktop import __version__
from tivm_desktop.bundle import build, bundled


@pytest.mark.parametrize("name", ["models", "resources"])
def test_what_a_checkout_carries_lies_beside_the_package(name: str) -> None:
    assert any(bundled(name).iterdir())


def test_what_is_missing_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="install the program again"):
        bundled("nothing-of-the-kind")


def test_a_checkout_is_nobodys_build() -> None:
    made = build()
    assert (made.version, made.origin, made.commit) == (__version__, "source", "")
