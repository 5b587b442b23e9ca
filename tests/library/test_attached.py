"""Which shared catalogues a profile has, and how they are read beside one's own store."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.test_shared_catalogue import FACTS, write_catalogue
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.domain.marks import Marks
from tivm_desktop.library.attached import Attachment, attach, attached, detach, folder_of
from tivm_desktop.library.catalogue import Catalogue
from tivm_desktop.library.catalogue_source import JoinedSource
from tivm_desktop.library.known import FileStamp, KnownTrack
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.shared_catalogue import SharedCatalogue
from tivm_desktop.library.shared_format import INDEX_NAME
from tivm_desktop.library.store import FeatureStore


def test_attachments_are_kept_with_their_places(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    assert attached(profile) == []
    first = Attachment(tmp_path / "a", {Path("/there"): Path(os.fsdecode(b"/h\xff"))})
    second = Attachment(tmp_path / "b")
    attach(profile, first)
    attach(profile, second)
    assert attached(profile) == [first, second]
    moved = Attachment(tmp_path / "a", {Path("/there"): Path("/elsewhere")})
    attach(profile, moved)
    assert attached(profile) == [second, moved]
    detach(profile, tmp_path / "b")
    assert attached(profile) == [moved]
    with pytest.raises(FileError, match="No catalogue is attached"):
        detach(profile, tmp_path / "b")


def test_a_catalogue_is_the_same_however_its_folder_is_named(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    attach(profile, Attachment(tmp_path / "x" / ".." / "a"))
    attach(profile, Attachment(tmp_path / "a"))
    assert attached(profile) == [Attachment(tmp_path / "a")]
    detach(profile, tmp_path / "y" / ".." / "a")
    assert attached(profile) == []


@pytest.mark.parametrize("text", ["", "[]", '{"catalogues": [{}]}', '{"catalogues": 3}', "[" * 100_000])
def test_a_list_that_can_t_be_read_is_told(tmp_path: Path, text: str) -> None:
    profile = Profile(tmp_path)
    profile.create()
    (profile.data_folder / "catalogues.json").write_text(text)
    with pytest.raises(FileError, match="delete it and attach them anew"):
        attached(profile)


def test_a_list_that_can_t_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    profile = Profile(tmp_path)
    attach(profile, Attachment(tmp_path / "a"))
    monkeypatch.setattr("tivm_desktop.library.attached.write_whole", full)
    with pytest.raises(FileError, match=r"can't be written .*free space"):
        attach(profile, Attachment(tmp_path / "b"))
    assert attached(profile) == [Attachment(tmp_path / "a")]


def test_the_copy_of_a_bucket_s_catalogue_goes_with_it(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")
    folder = folder_of(profile, "s3://bucket/catalogue/")
    assert folder == folder_of(profile, "s3://bucket/catalogue")
    assert folder != folder_of(profile, "s3://bucket/another")
    write_catalogue(folder)
    attach(profile, Attachment(folder))
    detach(profile, folder)
    assert attached(profile) == []
    assert not folder.exists()
    write_catalogue(folder)
    detach(profile, folder)
    assert not folder.exists(), "nor does one stay whose attaching broke off"
    with pytest.raises(FileError, match="No catalogue is attached"):
        detach(profile, folder)


def test_a_folder_s_catalogue_stays_where_it_is(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")
    folder = folder_of(profile, str(tmp_path / "x" / ".." / "shared"))
    assert folder == tmp_path / "shared"
    write_catalogue(folder)
    attach(profile, Attachment(folder))
    detach(profile, folder)
    assert (folder / INDEX_NAME).exists()


@pytest.mark.parametrize(
    "trouble", [PermissionError(13, "Permission denied"), OSError("Permission denied")], ids=repr
)
def test_a_copy_that_can_not_be_deleted_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: OSError
) -> None:
    def refuse(path: Path) -> None:
        raise trouble

    profile = Profile(tmp_path / "profile")
    folder = write_catalogue(folder_of(profile, "s3://bucket/catalogue"))
    attach(profile, Attachment(folder))
    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(FileError, match=r"can't be deleted \(Permission denied\); end the program"):
        detach(profile, folder)


def test_a_sound_that_lies_here_is_shown_here(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "shared")
    mine, elsewhere = tmp_path / "mine" / "own.mp3", tmp_path / "not mine" / "other.mp3"
    with closing(FeatureStore(tmp_path / "library.sqlite3")) as store:
        for path, audio_id in ((mine, "sound0"), (elsewhere, "sound1")):
            known = KnownTrack(audio_id, TrackTags("Mine", "", ""), 3.0)
            store.save_known_track(path, FileStamp(1, 2), known)
        store.set_marks("sound1", Marks(rating=4))

        def mine_only(path: Path) -> bool:
            return mine.parent in path.parents

        with closing(SharedCatalogue(tmp_path / "shared")) as shared:
            source = JoinedSource(store, [shared], mine_only)
            catalogue = Catalogue.load(
                source, "key", lambda path: mine_only(path) or path.parts[1] == "there"
            )
    rows = catalogue.find(Query(), Order())
    shown = {track.audio_id: track for track in catalogue.tracks(rows.tolist())}
    first, second = shown["sound0"], shown["sound1"]
    assert (first.path, second.path) == (mine, Path(os.fsdecode(b"/there/music/b/\xff.mp3")))
    assert (first.tags.title, second.tags.title) == ("Mine", "Title")
    assert first.facts == FACTS
    assert second.marks.rating == 4
