from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.media.sounds import real_tracks, write_sound
from tests.training.making import music_like, speech_like
from tivm_desktop.domain.analysis import SoundTimeline
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import ArchiveError
from tivm_desktop.media.sound import scan_sound
from tivm_desktop.training.archives.archive import read_archive
from tivm_desktop.training.archives.report import Skipped
from tivm_desktop.training.archives.splits import Shares
from tivm_desktop.training.archives.videos import (
    SILENT,
    SPEECH,
    TOO_SHORT,
    AnalysedVideo,
    stretches_with_music,
    write_videos,
)

RATE = 16_000


def silence(length_s: float) -> FloatArray:
    return np.zeros((round(length_s * RATE), 1), np.float32)


@pytest.fixture
def heard(tmp_path: Path) -> Callable[..., SoundTimeline]:
    """Measures sounds that follow each other."""

    def measure(*parts: FloatArray) -> SoundTimeline:
        write_sound(tmp_path / "sound.wav", np.concatenate(parts), RATE)
        return scan_sound(tmp_path / "sound.wav", lambda samples: None)

    return measure


def near(found: Sequence[tuple[int, int]], wanted: Sequence[tuple[int, int]], by: int = 3) -> bool:
    return len(found) == len(wanted) and bool((np.abs(np.subtract(found, wanted)) <= by).all())


def test_music_is_kept_whole(heard: Callable[..., SoundTimeline]) -> None:
    found = stretches_with_music(heard(music_like(40)), 40)
    assert found.spans == ((0, 40),)
    assert set(found.dropped_s.values()) == {0.0}


def test_silence_is_cut_out_but_rests_are_not(heard: Callable[..., SoundTimeline]) -> None:
    sound = heard(music_like(15), silence(2), music_like(15, seed=1), silence(6), music_like(12, seed=2))
    found = stretches_with_music(sound, 50)
    assert near(found.spans, [(0, 32), (38, 50)], by=1)
    assert found.dropped_s[SILENT] == pytest.approx(6, abs=1)
    assert found.dropped_s[SPEECH] == 0


def test_quiet_music_is_no_silence(heard: Callable[..., SoundTimeline]) -> None:
    assert stretches_with_music(heard(0.02 * music_like(20)), 20).spans == ((0, 20),)


def test_speech_alone_is_cut_out(heard: Callable[..., SoundTimeline]) -> None:
    found = stretches_with_music(heard(music_like(25), speech_like(30), music_like(25, seed=1)), 80)
    assert near(found.spans, [(0, 25), (55, 80)], by=5)
    assert found.dropped_s[SPEECH] == pytest.approx(30, abs=6)


def test_speech_over_music_is_kept(heard: Callable[..., SoundTimeline]) -> None:
    both = 2 * music_like(40)
    both += speech_like(40)
    assert stretches_with_music(heard(both), 40).spans == ((0, 40),)


def test_speech_with_long_pauses_is_still_speech(heard: Callable[..., SoundTimeline]) -> None:
    sentences = [part for seed in range(5) for part in (speech_like(6, seed=seed), silence(1.5))]
    assert stretches_with_music(heard(*sentences), 38).spans == ()


@pytest.mark.media
def test_real_music_is_hardly_ever_taken_for_speech() -> None:
    tracks = real_tracks()[::7]
    sounds = [scan_sound(track, lambda samples: None) for track in tracks]
    dropped = sum(stretches_with_music(sound, sound.length_s).dropped_s[SPEECH] for sound in sounds)
    assert dropped <= 0.02 * sum(sound.length_s for sound in sounds)


def test_short_remains_are_dropped_and_counted(heard: Callable[..., SoundTimeline]) -> None:
    found = stretches_with_music(heard(music_like(7), silence(5), music_like(20)), 32)
    assert near(found.spans, [(12, 32)], by=1)
    assert found.dropped_s[TOO_SHORT] == pytest.approx(7, abs=1)


def test_long_stretches_are_cut_into_equal_parts(heard: Callable[..., SoundTimeline]) -> None:
    assert stretches_with_music(heard(np.tile(music_like(35), (20, 1))), 700).spans == (
        (0, 233),
        (233, 467),
        (467, 700),
    )


def test_only_the_seconds_that_have_a_picture_are_used(heard: Callable[..., SoundTimeline]) -> None:
    sound = heard(music_like(30))
    assert stretches_with_music(sound, 20).spans == ((0, 20),)
    assert stretches_with_music(sound, 9).spans == ()


def video(name: str, sound: SoundTimeline, seed: int, group: str = "", length_s: int = 0) -> AnalysedVideo:
    length_s = length_s or sound.length_s
    rng = np.random.default_rng(seed)
    return AnalysedVideo(
        name=name,
        group=group or name,
        video={"motion": rng.random((length_s, 1), np.float32)},
        music={"loudness": sound.rms[:, None], "tags": rng.random((sound.length_s, 4), np.float32)},
        sound=sound,
    )


def test_videos_become_items_with_their_rows(heard: Callable[..., SoundTimeline], tmp_path: Path) -> None:
    sound = heard(music_like(20), silence(6), music_like(14, seed=1))
    videos = [video("a.mp4", sound, 1), video("b.mp4", heard(music_like(30, seed=3)), 2, length_s=29)]
    report = write_videos(videos, tmp_path / "a.npz", encoders={"video": "frames", "music": "sounds"})
    archive = read_archive(tmp_path / "a.npz")
    (first, end), (second, last) = stretches_with_music(sound, 40).spans
    assert archive.songs == (f"a.mp4#{first}-{end}", f"a.mp4#{second}-{last}", "b.mp4#0-29")
    assert archive.groups == ("a.mp4", "a.mp4", "b.mp4")
    np.testing.assert_allclose(archive.rows("video", 1), videos[0].video["motion"][second:last], atol=1e-3)
    np.testing.assert_allclose(
        archive.rows("music", 1)[:, 1:], videos[0].music["tags"][second:last], atol=1e-3
    )
    assert archive.encoders == {"video": "frames", "music": "sounds"}
    assert report.dropped_s[SILENT] == pytest.approx(6, abs=1)


def test_no_video_and_no_folder_lies_on_two_sides(
    heard: Callable[..., SoundTimeline], tmp_path: Path
) -> None:
    sounds = [heard(music_like(12, seed=n), silence(5), music_like(12, seed=n + 50)) for n in range(6)]
    videos = [video(f"{n}.mp4", sound, n, group=f"channel{n // 2}") for n, sound in enumerate(sounds)]
    report = write_videos(videos, tmp_path / "a.npz", shares=Shares(0.3, 0.3))
    archive = read_archive(tmp_path / "a.npz")
    assert (report.items, report.groups, report.splits) == (12, 3, {"test": 4, "train": 4, "val": 4})
    assert len(set(zip(archive.groups, archive.splits, strict=True))) == 3


def test_the_same_video_twice_is_used_once(heard: Callable[..., SoundTimeline], tmp_path: Path) -> None:
    first, other = heard(music_like(20)), heard(music_like(20, seed=1))
    videos = [video("a.mp4", first, 1), video("copy.mp4", first, 1), video("b.mp4", other, 2)]
    report = write_videos(videos, tmp_path / "a.npz")
    assert [one.reason for one in report.skipped] == ["copy.mp4 is the same as a.mp4, which is used."]
    assert report.items == 2


def test_other_pictures_to_the_same_sound_are_one_group(
    heard: Callable[..., SoundTimeline], tmp_path: Path
) -> None:
    sound = heard(music_like(20))
    rows = {"loudness": sound.rms[:, None]}
    videos = [
        AnalysedVideo(
            name, name, {"motion": np.random.default_rng(n).random((20, 1), np.float32)}, rows, sound
        )
        for n, name in enumerate(("a.mp4", "b.mp4"))
    ]
    write_videos(videos, tmp_path / "a.npz")
    archive = read_archive(tmp_path / "a.npz")
    assert archive.groups == ("a.mp4", "a.mp4")
    assert len(set(archive.splits)) == 1


def test_a_video_without_music_is_skipped_with_its_reason(
    heard: Callable[..., SoundTimeline], tmp_path: Path
) -> None:
    videos = [video(f"{n}.mp4", heard(music_like(15, seed=n)), n) for n in range(2)]
    videos += [video("mute.mp4", heard(silence(20)), 3), video("short.mp4", heard(music_like(5)), 4)]
    report = write_videos(videos, tmp_path / "a.npz")
    assert [one.reason for one in report.skipped] == [
        "mute.mp4 has no stretch of 10 s with music in it (20 s silence).",
        "short.mp4 has no stretch of 10 s with music in it (5 s left over, shorter than 10 s).",
    ]


def test_videos_without_two_pairs_give_no_archive(
    heard: Callable[..., SoundTimeline], tmp_path: Path
) -> None:
    with pytest.raises(ArchiveError, match=r"gave 1 stretch.* two are the least; add videos"):
        write_videos([video("a.mp4", heard(music_like(15)), 1)], tmp_path / "a.npz")
    assert not (tmp_path / "a.npz").exists()


def test_a_folder_of_unfit_videos_is_told_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"gave 0 stretch.*2 skipped, such as: a.mp4 has no sound.; add"):
        write_videos(
            [Skipped(name, f"{name} has no sound.") for name in ("a.mp4", "b.mp4")], tmp_path / "a.npz"
        )


def test_the_place_is_tried_before_any_video_is_asked_for(tmp_path: Path) -> None:
    asked = iter(range(1))
    with pytest.raises(ArchiveError, match="can't be written"):
        write_videos((pytest.fail(f"asked for {n}") for n in asked), tmp_path / "no" / "a.npz")
