"""Analyses for tests: random numbers of the right shapes."""

import numpy as np

from tivm_desktop.domain.analysis import PictureTimeline, SoundTimeline, TrackAnalysis, VideoAnalysis


def track_analysis(
    seconds: int = 12, seed: int = 0, feature_dim: int = 20, encoder_id: str = "music-1"
) -> TrackAnalysis:
    """A track of `seconds` whose numbers follow from `seed`."""
    random = np.random.default_rng(seed)

    def rows(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return random.random((seconds, *shape), dtype=np.float32)

    return TrackAnalysis(
        duration_s=seconds - 0.25,
        sound=SoundTimeline(
            loudness_lufs=-70 * rows(),
            rms=rows(),
            onset_density=rows(),
            brightness_hz=4000 * rows(),
            chroma=rows(12),
            onset_strength=random.random(50 * seconds, dtype=np.float32),
            peaks=random.random((20 * seconds, 2), dtype=np.float32),
            beats_s=np.zeros(0, np.float32),
            integrated_lufs=-14.123456789,
            peak_dbfs=-0.1,
            tempo_bpm=120.00000001,
            key=9,
            mode="minor",
        ),
        features=rows(feature_dim) - 0.5,
        tags=rows(50),
        encoder_id=encoder_id,
    )


def video_analysis(seconds: int = 9, seed: int = 0, encoder_id: str = "frame-1") -> VideoAnalysis:
    """A video of `seconds` whose numbers follow from `seed`; its encoder gives no classes."""
    random = np.random.default_rng(seed)

    def rows() -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return random.random(seconds, dtype=np.float32)

    return VideoAnalysis(
        duration_s=float(seconds),
        width=1920,
        height=1080,
        frame_rate=23.976,
        has_audio=True,
        picture=PictureTimeline(
            motion=rows(),
            frame_difference=rows(),
            activity=rows(),
            brightness=rows(),
            saturation=rows(),
            warmth=rows(),
            greenness=rows(),
            contrast=rows(),
            cuts_s=np.array([1.5, 4.25], np.float32),
        ),
        features=random.random((seconds, 16), dtype=np.float32),
        classes=np.zeros((seconds, 0), np.float32),
        encoder_id=encoder_id,
    )
