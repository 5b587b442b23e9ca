"""A library that was scanned once."""

from pathlib import Path

import pytest

from tests.library.shelf import Shelf, put


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A library of one folder with three tracks, scanned once."""
    put(tmp_path, "a/1.mp3", "a/2.mp3", "b/3.mp3")
    shelf = Shelf(tmp_path)
    shelf.update()
    return shelf
