"""Analyses made of a few numbers."""

from dataclasses import replace

import numpy as np

from tivm_desktop.domain.analysis import PictureTimeline, SoundTimeline, TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.calibration import PERCENTILES, Calibration
from tivm_desktop.domain.class_lexicon import STYLE_NAMES
from tivm_desktop.domain.fusion import Fusion
from tivm_desktop.domain.reference import reference_vectors

TAGS = ("happy", "sad", "ambient", "party", "acoustic", "metal")

_SPREAD = {
    "motion": 30,
    "activity": 60,
    "cut_rate": 0.6,
    "brightness": 1,
    "saturation": 1,
    "warmth": 0.4,
    "contrast": 0.4,
    "onset_density": 8,
    "brightness_hz": 4000,
    "loudness_range": 30,
    "tempo_bpm": 200,
    "crest_db": 25,
}


def calibration() -> Calibration:
    """Every quantity spread evenly between 0 and its largest, every axis between -2 and 2."""
    evenly = np.asarray(PERCENTILES) / 100
    quantities = {name: tuple(evenly * largest) for name, largest in _SPREAD.items()}
    axes = {f"axis:{axis}": tuple(4 * evenly - 2) for axis in ("energy", "valence", "tension")}
    music = {
        **quantities,
        **axes,
        **{f"tag:{tag}": tuple(evenly) for tag in TAGS},
        **{f"style:{name}": tuple(4 * evenly - 2) for name in STYLE_NAMES},
        "major": tuple(np.where(evenly < 0.4, -1.0, 1.0)),
    }
    reference = np.random.default_rng(1).normal(size=(len(axes), 50))
    tracks = {name: tuple(row) for name, row in zip(axes, reference, strict=True)}
    return Calibration({**quantities, **axes}, music, tracks)


def fusion() -> Fusion:
    """The parts of `calibration`, without a bank."""
    return Fusion([], reference_vectors(calibration().reference_tracks))


def picture(length_s: int = 30, cuts_s: tuple[float, ...] = (), **values: float) -> PictureTimeline:
    """A picture in which nothing changes but the cuts."""
    chosen = {
        "motion": 5,
        "frame_difference": 2,
        "activity": 10,
        "brightness": 0.5,
        "saturation": 0.4,
        "warmth": 0.1,
        "greenness": 0.05,
        "contrast": 0.2,
    }
    rows = {name: np.full(length_s, value, np.float32) for name, value in (chosen | values).items()}
    return PictureTimeline(**rows, cuts_s=np.asarray(cuts_s, np.float32))


def video(timeline: PictureTimeline, classes: np.ndarray | None = None) -> VideoAnalysis:
    """A video with that picture, of no class unless given (T, 1000)."""
    length_s = timeline.length_s
    return VideoAnalysis(
        duration_s=float(length_s),
        width=1280,
        height=720,
        frame_rate=24.0,
        has_audio=True,
        picture=timeline,
        features=np.zeros((length_s, 4), np.float32),
        classes=np.zeros((length_s, 0), np.float32) if classes is None else classes,
        encoder_id="none",
    )


def sound(length_s: int = 60, onsets_s: tuple[float, ...] = (), **values: float) -> SoundTimeline:
    """A sound in which nothing changes but the onsets."""
    strength = np.zeros(length_s * 50, np.float32)
    strength[(np.asarray(onsets_s) * 50).round().astype(int)] = 1.0
    chosen = {"loudness_lufs": -14.0, "rms": 0.2, "onset_density": 3.0, "brightness_hz": 1500.0}
    rows = {name: np.full(length_s, values.get(name, value), np.float32) for name, value in chosen.items()}
    return SoundTimeline(
        loudness_lufs=rows["loudness_lufs"],
        rms=rows["rms"],
        onset_density=rows["onset_density"],
        brightness_hz=rows["brightness_hz"],
        chroma=np.full((length_s, 12), 1 / 12, np.float32),
        onset_strength=strength,
        peaks=np.zeros((length_s * 20, 2), np.float32),
        beats_s=np.zeros(0, np.float32),
        integrated_lufs=values.get("integrated_lufs", -14.0),
        peak_dbfs=values.get("peak_dbfs", -1.0),
        tempo_bpm=values.get("tempo_bpm", 100.0),
        key=0,
        mode="major",
    )


def track(timeline: SoundTimeline, **tags: float) -> TrackAnalysis:
    """A track with that sound and those tag probabilities, .5 for the rest."""
    row = np.asarray([tags.get(name, 0.5) for name in TAGS], np.float32)
    return TrackAnalysis(
        duration_s=float(timeline.length_s),
        sound=timeline,
        features=np.zeros((timeline.length_s, 4), np.float32),
        tags=np.tile(row, (timeline.length_s, 1)),
        encoder_id="none",
    )


def louder_from(timeline: SoundTimeline, second: int, by_db: float) -> SoundTimeline:
    """The same sound, louder from that second on."""
    loudness = timeline.loudness_lufs.copy()
    loudness[second:] += by_db
    return replace(timeline, loudness_lufs=loudness)


def livelier_from(timeline: PictureTimeline, second: int, times: float) -> PictureTimeline:
    """The same picture, with more motion from that second on."""
    activity, motion = timeline.activity.copy(), timeline.motion.copy()
    activity[second:] *= times
    motion[second:] *= times
    return replace(timeline, activity=activity, motion=motion)
