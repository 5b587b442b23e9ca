"""Sound files made on the spot."""

import importlib.metadata
import re
from pathlib import Path
from typing import cast

import av
import immich_memories_music
import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

CODECS = {
    "mp3": ("libmp3lame", 256_000),
    "m4a": ("aac", 256_000),
    "aac": ("aac", 256_000),
    "alac.m4a": ("alac", None),
    "flac": ("flac", None),
    "ogg": ("vorbis", 192_000),
    "opus": ("libopus", 160_000),
    "webm": ("libopus", 160_000),
    "wav": ("pcm_s16le", None),
    "f32.wav": ("pcm_f32le", None),
    "s24.wav": ("pcm_s24le", None),
    "s32.wav": ("pcm_s32le", None),
    "u8.wav": ("pcm_u8", None),
    "aiff": ("pcm_s16be", None),
    "wma": ("wmav2", 192_000),
    "mpg": ("mp2", 384_000),
}


def real_tracks() -> list[Path]:
    """The 28 tracks of the test music, in the order of their moods and names."""
    return sorted(immich_memories_music.tracks_dir().rglob("*.opus"))


def known_tempo_and_key() -> dict[str, tuple[float, tuple[int, str]]]:
    """BPM and (pitch class of the tonic, mode) each track was made with, from the music's licence file."""
    naturals = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
    files = importlib.metadata.files("immich-memories-music") or []
    text = next(file for file in files if file.name == "LICENSE-MUSIC").read_text()
    found = re.findall(r"(\w+\.opus)\s+(\d+) bpm\s+([A-G])([#b]?) (major|minor)", text)
    shift = {"#": 1, "b": -1, "": 0}
    return {
        name: (float(bpm), ((naturals[note] + shift[sign]) % 12, mode))
        for name, bpm, note, sign, mode in found
    }


def tone(hz: float, length_s: float, rate: int, *, dbfs: float = -12.0, channels: int = 1) -> Samples:
    """(n, channels) a sine whose highest sample is at `dbfs`."""
    time_s = np.arange(round(length_s * rate)) / rate
    wave = 10.0 ** (dbfs / 20.0) * np.sin(2 * np.pi * hz * time_s)
    return np.repeat(np.asarray(wave, np.float32)[:, None], channels, axis=1)


def clicks(times_s: list[float], length_s: float, rate: int = 44_100) -> Samples:
    """(n, 1) decaying bursts of 20 ms at the times given, silence between them."""
    samples = np.zeros((round(length_s * rate), 1), np.float32)
    burst_s = np.arange(round(0.02 * rate)) / rate
    burst = 0.7 * np.exp(-burst_s / 0.004) * np.sin(2 * np.pi * 1_500 * burst_s + 1.0)
    for time_s in times_s:
        start = round(time_s * rate)
        part = samples[start : start + len(burst), 0]
        part += np.asarray(burst[: len(part)], np.float32)
    return samples


def chord(midi: list[int], length_s: float, rate: int = 22_050) -> Samples:
    """(n, 1) notes with four falling harmonics each."""
    time_s = np.arange(round(length_s * rate)) / rate
    wave = np.zeros_like(time_s)
    for note in midi:
        hz = 440.0 * 2.0 ** ((note - 69) / 12)
        for harmonic in (1, 2, 3, 4):
            wave += np.sin(2 * np.pi * hz * harmonic * time_s) / harmonic**2
    return np.asarray(0.5 * wave / np.abs(wave).max(), np.float32)[:, None]


def write_sound(path: Path, samples: Samples, rate: int, *, layout: str | None = None) -> Path:
    """Encode (n, c) samples; the codec goes by the end of the name, see `CODECS`."""
    ending = next(ending for ending in sorted(CODECS, key=len, reverse=True) if path.name.endswith(ending))
    codec, bit_rate = CODECS[ending]
    layout = layout or {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1"}[samples.shape[1]]
    with av.open(str(path), "w", format="adts" if ending == "aac" else None) as container:
        stream = cast("av.AudioStream", container.add_stream(codec, rate=rate, layout=layout))
        stream.codec_context.options = {"strict": "experimental"}
        if bit_rate:
            stream.bit_rate = bit_rate
        resampler = av.AudioResampler(stream.format, layout, rate)
        size = rate
        for start in range(0, len(samples), size):
            block = np.ascontiguousarray(samples[start : start + size], np.float32)
            frame = av.AudioFrame.from_ndarray(block.reshape(1, -1), format="flt", layout=layout)
            frame.sample_rate = rate
            for ready in resampler.resample(frame):
                container.mux(stream.encode(ready))
        for ready in resampler.resample(None):
            container.mux(stream.encode(ready))
        container.mux(stream.encode(None))
    return path
