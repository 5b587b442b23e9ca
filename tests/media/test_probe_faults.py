"""What a user reads when a file can't be used: one sentence that names it and says what to do."""

import errno
import os
import pickle
import re
from pathlib import Path

import av
import pytest
from PIL import Image

from tests.media.making import RED, WHITE, panned, plain, scenery, write_video
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.media.probe import probe


def complaint(path: Path) -> str:
    """The sentence about `path`, checked to be one and to name the file."""
    with pytest.raises(MediaError) as caught:
        probe(path)
    assert caught.value.path == path
    sentence = str(caught.value)
    assert sentence.startswith(path.name)
    assert re.fullmatch(r"[^\n]+[:;,] [^\n]+\.", sentence)
    return sentence


def test_a_missing_file(tmp_path: Path) -> None:
    assert "is not there: it may have been moved" in complaint(tmp_path / "gone.mp4")
    (tmp_path / "file.mp4").write_bytes(b"x")
    assert "is not there" in complaint(tmp_path / "file.mp4" / "inside.mp4")


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.mp4"
    path.touch()
    assert "is empty: copy or export it again" in complaint(path)


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "holiday.mp4"
    folder.mkdir()
    assert "is a folder: choose a video or music file inside it" in complaint(folder)


def test_text_renamed_to_mp4(tmp_path: Path) -> None:
    path = tmp_path / "letter.mp4"
    path.write_text("Dear Bunny,\n\nthis is not a film.\n" * 50)
    assert "is not a media file" in complaint(path)


def test_text_that_ffmpeg_would_draw_as_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Bunny,\n" * 50)
    assert "is neither a video nor music" in complaint(path)


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "photo.mp4"])
def test_a_photo(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    Image.fromarray(plain(RED)).save(path, format="jpeg" if name != "photo.png" else "png")
    assert "is neither a video nor music" in complaint(path)


def test_a_recording_that_was_interrupted_before_its_index(tmp_path: Path) -> None:
    place = scenery(1)
    whole = write_video(tmp_path / "whole.mp4", [panned(place, x) for x in range(50)])
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    assert "is incomplete, it breaks off before its index" in complaint(cut)


def test_noise(tmp_path: Path) -> None:
    path = tmp_path / "noise.mkv"
    path.write_bytes(os.urandom(10_000))
    assert "is not a media file" in complaint(path)


def test_a_playlist_never_reaches_the_network_or_other_files(tmp_path: Path) -> None:
    real = write_video(tmp_path / "real.mp4", [plain(WHITE)] * 5)
    for number, entry in enumerate(("http://127.0.0.1:9/clip.ts", "https://example.com/a.ts", str(real))):
        path = tmp_path / f"list{number}.m3u8"
        path.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{entry}\n#EXT-X-ENDLIST\n")
        sentence = complaint(path)
    assert "is a playlist: choose the video or music file that it lists" in sentence


def test_a_device_is_no_file() -> None:
    path = Path(os.devnull)
    assert "can't be read" in complaint(path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write_video(tmp_path / "private.mp4", [plain(RED)] * 3)
    path.chmod(0)
    assert "may not be read by you" in complaint(path)


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (av.error.PermissionError(errno.EACCES, "Permission denied"), "may not be read by you"),
        (PermissionError(errno.EACCES, "Permission denied"), "may not be read by you"),
        (OSError(errno.EIO, "Input/output error"), "can't be read (Input/output error): check the drive"),
        (av.error.MemoryError(errno.ENOMEM, "Cannot allocate memory"), "needs more memory than there is"),
        (av.error.DecoderNotFoundError(0, "Decoder not found"), "convert it to MP4 (H.264)"),
        (av.error.PatchWelcomeError(0, "Not yet implemented"), "can't be read"),
    ],
)
def test_what_the_system_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raised: Exception, said: str
) -> None:
    path = write_video(tmp_path / "clip.mp4", [plain(RED)] * 3)

    def refuse(*_args: object, **_options: object) -> None:
        raise raised

    monkeypatch.setattr(av, "open", refuse)
    assert said in complaint(path)


def test_errors_cross_process_borders(tmp_path: Path) -> None:
    with pytest.raises(MediaError) as caught:
        probe(tmp_path / "gone.mp4")
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - just made
    assert (type(copy), str(copy), copy.path) == (MediaError, str(caught.value), caught.value.path)
