import os
import socket
from pathlib import Path

import pytest

from tests.library.shelf import LONG_AGO_NS, Shelf, put
from tivm_desktop.domain.errors import CancelledError
from tivm_desktop.library.walk import Start, Walked, changed_since, walk


def walked(*roots: Path) -> Walked:
    seen = Walked()
    walk([Start(str(root), number) for number, root in enumerate(roots)], seen, lambda: False)
    return seen


def found(*roots: Path) -> list[Path]:
    """All files of a first scan."""
    return [file.path for file in Shelf(*roots).scan().new]


def test_a_folder_has_its_files_by_name_with_size_time_and_number(tmp_path: Path) -> None:
    put(tmp_path, "b.mp3", "a.mp3", "cover.jpg")
    (listing,) = walked(tmp_path).listings.values()
    number = (tmp_path / "a.mp3").stat().st_ino
    assert listing.files[0] == ("a.mp3", len("sound of a.mp3\n"), LONG_AGO_NS + 1, number)
    assert [file[0] for file in listing.files] == ["a.mp3", "b.mp3"]
    assert listing.total == 2
    assert listing.settled
    assert not listing.bare


def test_pipes_sockets_and_devices_are_never_opened(tmp_path: Path) -> None:
    put(tmp_path, "a.mp3")
    os.mkfifo(tmp_path / "pipe.mp3")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "null.mp3").symlink_to("/dev/null")
    with socket.socket(socket.AF_UNIX) as there:
        there.bind(str(tmp_path / "socket.mp3"))
        assert found(tmp_path) == [tmp_path / "a.mp3"]


def test_a_pipe_in_the_place_of_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    seen = walked(tmp_path / "pipe")
    assert isinstance(seen.unlisted[str(tmp_path / "pipe")], NotADirectoryError)


def test_nested_and_repeated_roots_have_each_file_once(tmp_path: Path) -> None:
    put(tmp_path, "a/b/1.mp3", "a/2.mp3")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    roots = (tmp_path / "a" / "b", tmp_path / "a", tmp_path / "a" / "..", tmp_path / "a", tmp_path / "link")
    assert found(*roots) == [tmp_path / "a" / "b" / "1.mp3", tmp_path / "a" / "2.mp3"]


def test_loops_of_links_end_and_real_folders_come_before_links(tmp_path: Path) -> None:
    put(tmp_path, "m/1.mp3", "elsewhere/2.mp3")
    (tmp_path / "music").mkdir()
    (tmp_path / "music" / "a link").symlink_to(tmp_path / "music" / "real")
    put(tmp_path, "music/real/3.mp3")
    (tmp_path / "music" / "real" / "up").symlink_to(tmp_path / "music")
    (tmp_path / "music" / "real" / "self").symlink_to("self")
    (tmp_path / "music" / "self.mp3").symlink_to("self.mp3")
    (tmp_path / "music" / "gone.mp3").symlink_to("nowhere.mp3")
    (tmp_path / "music" / "out").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "in.mp3").symlink_to(tmp_path / "m")
    assert found(tmp_path / "music") == [
        tmp_path / "music" / "out" / "2.mp3",
        tmp_path / "music" / "out" / "in.mp3" / "1.mp3",
        tmp_path / "music" / "real" / "3.mp3",
    ]


def test_folders_of_the_system_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, ".a.mp3", ".b/1.mp3", "lost+found/2.mp3", "$RECYCLE.BIN/3.mp3", "@eaDir/4.mp3", "a.mp3")
    assert found(tmp_path) == [tmp_path / "a.mp3"]


def deep(folder: Path, name: str, depth: int) -> Path:
    """Make folders below each other, `depth` of them, with a track in the last."""
    descriptor = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir(name, dir_fd=descriptor)
        above, descriptor = descriptor, os.open(name, os.O_RDONLY, dir_fd=descriptor)
        os.close(above)
        folder = folder / name
    track = os.open("a.mp3", os.O_CREAT | os.O_WRONLY, dir_fd=descriptor)
    os.write(track, b"deep\n")
    os.utime(track, ns=(LONG_AGO_NS, LONG_AGO_NS))
    os.close(track)
    os.close(descriptor)
    return folder / "a.mp3"


@pytest.mark.parametrize("name", ["n" * 199, "\N{MUSICAL SYMBOL G CLEF}" * 50])
@pytest.mark.parametrize("depth", [19, 60])
def test_paths_of_four_thousand_characters_and_far_more(tmp_path: Path, name: str, depth: int) -> None:
    track = deep(tmp_path, name, depth)
    shelf = Shelf(tmp_path)
    changes = shelf.scan()
    assert [file.path for file in changes.new] == [track]
    assert not changes.unreadable


def test_a_path_too_long_for_the_system_can_be_looked_at_again(tmp_path: Path) -> None:
    deep(tmp_path, "n" * 200, 30)
    seen = walked(tmp_path)
    assert len(os.fsencode(max(seen.listings, key=len))) > 5000
    assert changed_since(seen, lambda: False) == []


def test_names_that_are_no_text_are_found(tmp_path: Path) -> None:
    put(tmp_path, os.fsdecode(b"\xff\xfe.mp3"))
    assert found(tmp_path) == [tmp_path / os.fsdecode(b"\xff\xfe.mp3")]


def test_folders_that_changed_since_they_were_listed(tmp_path: Path) -> None:
    for name in ("same", "more", "less", "gone", "other"):
        put(tmp_path / name, "1.mp3", "2.mp3")
        os.utime(tmp_path / name, ns=(LONG_AGO_NS, LONG_AGO_NS))
    seen = walked(*(tmp_path / name for name in ("same", "more", "less", "gone", "other")))
    (tmp_path / "more" / "3.mp3").touch()
    (tmp_path / "less" / "1.mp3").unlink()
    (tmp_path / "gone").rename(tmp_path / "away")
    (tmp_path / "other").rename(tmp_path / "aside")
    (tmp_path / "other").mkdir()
    changed = {Path(listing.start.path).name for listing in changed_since(seen, lambda: False)}
    assert changed == {"more", "less", "gone", "other"}


def test_a_walk_and_a_second_look_can_be_stopped(tmp_path: Path) -> None:
    seen = walked(tmp_path)
    with pytest.raises(CancelledError):
        walk([Start(str(tmp_path))], Walked(), lambda: True)
    with pytest.raises(CancelledError):
        changed_since(seen, lambda: True)
