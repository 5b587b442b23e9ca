"""What a version changed, as packages tell it."""

import pytest
from builder.changes import appstream_release, changes_of, debian_changelog
from builder.program import Program

CHANGELOG = """# Changelog

## [Unreleased]

### Added
- Not yet.

## [1.2.0]

### Added
- `tivm sing` and [a page](docs/x.md):
  both at once.
- A second.

### Fixed
- R&B.

## [1.1.0]

### Added
- Old.
"""


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A version that the project's own changelog doesn't tell of."""
    return Program(tmp_path_factory.getbasetemp(), "77.0", 1_700_000_000, "")


def test_a_version_has_its_own_changes_without_markup() -> None:
    assert changes_of("1.2.0", CHANGELOG) == ["tivm sing and a page: both at once.", "A second.", "R&B."]
    assert changes_of("1.1.0", CHANGELOG) == ["Old."]


def test_a_version_that_is_not_told_has_none() -> None:
    assert changes_of("9.9", CHANGELOG) == []


def test_debian_reads_version_and_moment(program: Program) -> None:
    lines = debian_changelog(program, "Somebody <somebody@example.org>").splitlines()
    assert lines[0] == "tivm-desktop (77.0) stable; urgency=medium"
    assert lines[2] == "  * Version 77.0."
    assert lines[-1] == " -- Somebody <somebody@example.org>  Tue, 14 Nov 2023 22:13:20 +0000"


def test_the_software_centre_reads_version_and_day(program: Program) -> None:
    assert '<release version="77.0" date="2023-11-14">' in appstream_release(program)
