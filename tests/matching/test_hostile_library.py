"""Names, notes and folders that somebody made to do harm are names, notes and folders."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.matching.library_making import LONG_S, Desk, desk, write_track
from tests.matching.making import Heard
from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.domain.marks import Marks

pytestmark = [pytest.mark.media]

NAMES = ["'); DROP TABLE files;--.flac", 'a" OR 1=1 --.flac', "100%_.flac", "%s{0}${HOME}`id`.flac"]


@pytest.fixture
def toys(tmp_path: Path) -> Desk:
    made = desk(tmp_path, tracks=1)
    for number, name in enumerate(NAMES):
        write_track(made.music / name, 60 + number)
    return made


def test_names_shaped_like_sql_are_listed_marked_and_found_as_names(toys: Desk) -> None:
    heard = toys.ranked(
        lambda begun: begun.set_marks(toys.music / NAMES[0], Marks(notes="'; DELETE FROM marks;--"))
    )
    assert {one.path.name for one in heard.orders[-1]} == {"0.flac", *NAMES}
    again = Heard()
    with toys.session(again) as begun:
        begun.set_music_folders([toys.music])
        begun.set_video(toys.video)
        begun.set_query(Query("drop table"), Order())
        assert begun.wait(LONG_S)
    [found] = again.orders[-1]
    assert (found.path.name, found.marks.notes) == (NAMES[0], "'; DELETE FROM marks;--")
    with closing(sqlite3.connect(toys.profile.database)) as database:
        assert database.execute("SELECT count(*) FROM files").fetchone() == (1 + len(NAMES),)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_is_looked_for_is_text(toys: Desk) -> None:
    heard = Heard()
    with toys.session(heard) as begun:
        begun.set_music_folders([toys.music])
        begun.set_video(toys.video)
        for text in ("'", '"', "%", "_", "* or 1", "'; drop table files;--", "\\"):
            begun.set_query(Query(text), Order())
            assert begun.wait(LONG_S)
            assert {one.path.name for one in heard.orders[-1]} == {
                name for name in ("0.flac", *NAMES) if all(word in name.lower() for word in text.split())
            }


def test_a_profile_that_is_a_link_is_used_where_it_leads(toys: Desk, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere"
    real.mkdir()
    (tmp_path / "profile").rename(real / "profile")
    (tmp_path / "profile").symlink_to(real / "profile", target_is_directory=True)
    heard = toys.ranked()
    assert len(heard.orders[-1]) == 1 + len(NAMES)
    assert (real / "profile" / "data" / "library.sqlite3").is_file()
    assert (tmp_path / "profile").is_symlink()
