"""Any sound, in blocks, to the sample."""

import errno
import tracemalloc
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.media.sounds import CODECS, tone, write_sound
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.media.audio import LOUDEST, audio_blocks, open_sound


def whole(
    path: Path, rate: int, channels: int, start_s: float = 0.0, block_s: float = 1.0
) -> NDArray[np.float32]:
    blocks = list(audio_blocks(path, rate, channels, start_s=start_s, block_s=block_s))
    return np.concatenate([np.zeros((0, channels), np.float32), *blocks])


def loudest_hz(samples: NDArray[np.float32], rate: int) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * rate / len(samples))


def swept(length_s: float, rate: int, channels: int = 2) -> NDArray[np.float32]:
    time_s = np.arange(round(length_s * rate)) / rate
    wave = 0.4 * np.sin(2 * np.pi * (200.0 * time_s + 60.0 * time_s**2))
    return np.repeat(np.asarray(wave, np.float32)[:, None], channels, axis=1)


@pytest.mark.parametrize("ending", CODECS)
def test_every_format_gives_the_tone_that_went_in(tmp_path: Path, ending: str) -> None:
    rate = 48_000 if "opus" in ending or ending == "webm" else 44_100
    path = write_sound(tmp_path / f"tone.{ending}", tone(1_000, 2.0, rate, channels=2), rate)
    samples = whole(path, 16_000, 1)[:, 0]
    assert len(samples) == pytest.approx(32_000, abs=1_600)
    middle = samples[8_000:24_000]
    assert loudest_hz(middle, 16_000) == pytest.approx(1_000, abs=2)
    assert 20 * np.log10(np.abs(middle).max()) == pytest.approx(-12, abs=0.7)


@pytest.mark.parametrize("rate", [8_000, 11_025, 22_050, 48_000, 96_000, 192_000])
def test_every_rate_becomes_the_rate_asked_for(tmp_path: Path, rate: int) -> None:
    path = write_sound(tmp_path / "tone.wav", tone(440, 1.5, rate), rate)
    samples = whole(path, 16_000, 1)[:, 0]
    assert len(samples) == pytest.approx(24_000, abs=1)
    assert loudest_hz(samples[4_000:20_000], 16_000) == pytest.approx(440, abs=1)


@pytest.mark.parametrize("channels", [1, 2, 6, 8])
@pytest.mark.parametrize("wanted", [1, 2])
def test_every_layout_is_mixed_without_clipping(tmp_path: Path, channels: int, wanted: int) -> None:
    loud = tone(440, 0.5, 48_000, dbfs=-6.0, channels=channels)
    mixed = whole(write_sound(tmp_path / "tone.wav", loud, 48_000), 48_000, wanted)
    assert mixed.shape == (24_000, wanted)
    np.testing.assert_allclose(np.abs(mixed).max(axis=0), 10 ** (-6 / 20), atol=2e-4)


def test_mono_of_opposite_channels_is_silence_and_stereo_keeps_them(tmp_path: Path) -> None:
    samples = tone(440, 0.5, 48_000, channels=2) * np.array([1, -1], np.float32)
    path = write_sound(tmp_path / "wide.flac", samples, 48_000)
    assert np.abs(whole(path, 48_000, 1)).max() < 1e-4
    np.testing.assert_allclose(whole(path, 48_000, 2), samples, atol=1e-4)


@pytest.mark.parametrize("ending", ["wav", "flac", "mp3", "opus", "ogg", "alac.m4a", "aac", "wma", "webm"])
@pytest.mark.parametrize("start_s", [0.0137, 2.5, 5.12345])
def test_a_start_is_exact_to_the_sample(tmp_path: Path, ending: str, start_s: float) -> None:
    path = write_sound(tmp_path / f"sweep.{ending}", swept(7.0, 48_000), 48_000)
    expected = whole(path, 48_000, 2)[round(start_s * 48_000) :]
    found = whole(path, 48_000, 2, start_s=start_s)
    assert found.shape == expected.shape
    np.testing.assert_allclose(found, expected, atol=2e-3)


def test_a_start_in_a_program_stream_is_exact_wherever_its_packets_begin(tmp_path: Path) -> None:
    """The first frames decoded there can have timestamps of others."""
    path = write_sound(tmp_path / "sweep.mpg", swept(8.0, 44_100), 44_100)
    expected = whole(path, 44_100, 2)
    for start_s in np.arange(2.25, 7.0, 0.125):
        found = whole(path, 44_100, 2, start_s=float(start_s))
        np.testing.assert_allclose(found, expected[round(start_s * 44_100) :], atol=2e-3)


def test_lossless_sound_comes_back_bit_by_bit_after_a_start(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "sweep.flac", swept(7.0, 44_100), 44_100)
    np.testing.assert_array_equal(
        whole(path, 44_100, 2, start_s=4.2), whole(path, 44_100, 2)[round(4.2 * 44_100) :]
    )


def test_a_start_beyond_the_end_gives_no_blocks(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "short.flac", tone(440, 1.0, 44_100), 44_100)
    assert list(audio_blocks(path, 44_100, 1, start_s=50)) == []


@pytest.mark.parametrize("rate", [16_000, 44_100])
def test_the_size_of_blocks_changes_nothing(tmp_path: Path, rate: int) -> None:
    path = write_sound(tmp_path / "sweep.mp3", swept(3.3, 44_100), 44_100)
    blocks = list(audio_blocks(path, rate, 2, block_s=0.25))
    assert {len(block) for block in blocks[:-1]} == {rate // 4}
    np.testing.assert_array_equal(np.concatenate(blocks), whole(path, rate, 2, block_s=2.0))


def test_priming_of_an_mp3_is_left_out(tmp_path: Path) -> None:
    samples = np.zeros((44_100, 1), np.float32)
    samples[:, 0] = tone(1_000, 1.0, 44_100, dbfs=-6)[:, 0]
    decoded = whole(write_sound(tmp_path / "tone.mp3", samples, 44_100), 44_100, 1)
    assert np.abs(decoded[2_000:40_000] - samples[2_000:40_000]).max() < 0.02


def test_samples_that_are_not_numbers_become_silence(tmp_path: Path) -> None:
    samples = tone(440, 1.0, 44_100)
    samples[100:200], samples[300] = np.nan, np.inf
    decoded = whole(write_sound(tmp_path / "odd.f32.wav", samples, 44_100), 44_100, 1)
    assert np.isfinite(decoded).all()
    assert not decoded[100:200].any()
    assert decoded.max() == LOUDEST
    np.testing.assert_array_equal(decoded[400:], samples[400:])


def test_damage_in_the_middle_costs_only_the_middle(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "tone.mp3", tone(440, 10.0, 44_100), 44_100)
    coded = bytearray(path.read_bytes())
    middle = len(coded) // 2
    coded[middle : middle + 4_000] = np.random.default_rng(5).bytes(4_000)
    path.write_bytes(coded)
    samples = whole(path, 16_000, 1)[:, 0]
    assert 9.0 * 16_000 < len(samples) < 10.2 * 16_000
    assert loudest_hz(samples[-32_000:-4_000], 16_000) == pytest.approx(440, abs=2)


@pytest.mark.parametrize("ending", ["mp3", "flac", "ogg", "opus", "wav", "aac", "wma"])
def test_a_file_that_breaks_off_gives_what_is_there(tmp_path: Path, ending: str) -> None:
    noise = np.random.default_rng(7).normal(scale=0.1, size=(8 * 48_000, 2)).astype(np.float32)
    path = write_sound(tmp_path / f"tone.{ending}", noise, 48_000)
    coded = path.read_bytes()
    path.write_bytes(coded[: len(coded) // 2])
    assert 1.0 < len(whole(path, 16_000, 1)) / 16_000 < 7.0


def test_a_header_that_promises_a_thousand_million_samples_changes_nothing(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "tone.wav", tone(440, 1.0, 44_100), 44_100)
    coded = bytearray(path.read_bytes())
    at = coded.index(b"data") + 4
    coded[at : at + 4] = (2_000_000_000).to_bytes(4, "little")
    path.write_bytes(coded)
    assert len(whole(path, 44_100, 1)) == 44_100


def test_tags_in_another_alphabet_are_no_obstacle(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "tone.wav", tone(440, 1.0, 44_100), 44_100)
    coded = bytearray(path.read_bytes())
    name = b"INFOINAM" + (4).to_bytes(4, "little") + b"\xbf\xe9a\0"
    at = coded.index(b"data")
    coded[at:at] = b"LIST" + len(name).to_bytes(4, "little") + name
    path.write_bytes(coded)
    assert len(whole(path, 44_100, 1)) == 44_100


def test_an_impossible_rate_is_refused(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "tone.wav", tone(440, 1.0, 44_100), 44_100)
    coded = bytearray(path.read_bytes())
    at = coded.index(b"fmt ") + 12
    coded[at : at + 4] = (2_000_000_000).to_bytes(4, "little")
    path.write_bytes(coded)
    with pytest.raises(MediaError, match=r"^tone\.wav is .*again[^.]*\.$"):
        whole(path, 44_100, 1)


def test_a_change_of_rate_and_channels_in_the_middle_is_followed(tmp_path: Path) -> None:
    first = write_sound(tmp_path / "first.mp3", tone(440, 3.0, 44_100, channels=2), 44_100)
    second = write_sound(tmp_path / "second.mp3", tone(440, 3.0, 22_050), 22_050)
    path = tmp_path / "both.mp3"
    path.write_bytes(first.read_bytes() + second.read_bytes())
    samples = whole(path, 16_000, 1)[:, 0]
    assert len(samples) / 16_000 == pytest.approx(6.0, abs=0.3)
    assert loudest_hz(samples[-40_000:-4_000], 16_000) == pytest.approx(440, abs=2)


def write_picture_only(path: Path) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for _ in range(5):
            frame = av.VideoFrame.from_ndarray(np.zeros((48, 64, 3), np.uint8), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize("kind", ["missing", "empty", "text", "folder", "picture only", "headers only"])
def test_what_has_no_sound_is_refused_in_one_sentence_that_names_it(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "song.mp3"
    if kind == "empty":
        path.touch()
    elif kind == "text":
        path.write_text("This is not music at all.\n" * 200)
    elif kind == "folder":
        path.mkdir()
    elif kind == "picture only":
        path = write_picture_only(tmp_path / "song.mp4")
    elif kind == "headers only":
        path = write_sound(tmp_path / "song.flac", tone(440, 1.0, 44_100), 44_100)
        path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(MediaError) as caught:
        list(audio_blocks(path, 16_000, 1))
    assert str(caught.value).startswith(path.name)
    assert str(caught.value).endswith(".")
    assert caught.value.path == path


def test_a_wrong_ending_is_no_obstacle(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "tone.flac", tone(440, 1.0, 44_100), 44_100).rename(tmp_path / "tone.mp3")
    assert len(whole(path, 44_100, 1)) == 44_100


def test_memory_does_not_grow_with_the_length(tmp_path: Path) -> None:
    peaks = []
    for minutes in (1, 10):
        path = write_sound(
            tmp_path / f"{minutes}.flac", np.zeros((minutes * 60 * 8_000, 1), np.float32), 8_000
        )
        tracemalloc.start()
        for _ in audio_blocks(path, 16_000, 2):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]


def test_an_open_sound_tells_its_own_form(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "tone.wav", tone(440, 1.0, 22_050, channels=2), 22_050)
    with open_sound(path) as sound:
        assert (sound.rate_hz, sound.layout, sound.channel_names) == (22_050, "stereo", ("FL", "FR"))
        assert sound.stated_duration_s == pytest.approx(1.0)


def test_more_than_two_channels_cannot_be_asked_for(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "tone.wav", tone(440, 0.1, 22_050), 22_050)
    with pytest.raises(ValueError, match="1 or 2"):
        list(audio_blocks(path, 22_050, 6))


def test_a_file_that_is_not_to_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_sound(tmp_path / "tone.wav", tone(440, 0.1, 22_050), 22_050)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(av, "open", refuse)
    with pytest.raises(MediaError, match=r"tone\.wav .*permission"):
        list(audio_blocks(path, 22_050, 1))
