from dataclasses import replace

import numpy as np
import pytest

from tests.domain import making
from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.calibration import normal_score
from tivm_desktop.domain.class_lexicon import AFFECT_TABLE, CLASS_COUNT, EVIDENCE, picture_affect
from tivm_desktop.domain.columns import video_columns
from tivm_desktop.domain.pace import cutting_pace
from tivm_desktop.domain.visual_affect import video_affect

TABLES = making.calibration().video
VALENCE, AROUSAL, TENSION = range(3)


def mean_affect(video: VideoAnalysis) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.asarray(video_affect(video, TABLES).mean(axis=0))


def test_there_is_a_row_for_every_second() -> None:
    assert video_affect(making.video(making.picture(17)), TABLES).shape == (17, 3)
    assert video_affect(making.video(making.picture(1)), TABLES).shape == (1, 3)


def test_light_pleases_and_darkness_is_tense() -> None:
    bright = mean_affect(making.video(making.picture(brightness=0.8)))
    dark = mean_affect(making.video(making.picture(brightness=0.2)))
    assert bright[VALENCE] > dark[VALENCE] + 0.3
    assert bright[TENSION] < dark[TENSION] - 0.3


def test_motion_and_cuts_arouse() -> None:
    calm = mean_affect(making.video(making.picture(motion=3, activity=5)))
    lively = mean_affect(making.video(making.picture(motion=20, activity=45)))
    cut = mean_affect(making.video(making.picture(motion=3, activity=5, cuts_s=tuple(range(2, 28, 2)))))
    assert lively[AROUSAL] > calm[AROUSAL] + 0.5
    assert cut[AROUSAL] > calm[AROUSAL] + 0.1


@pytest.mark.parametrize("length_s", [2, 3, 9])
def test_the_first_second_moves_as_the_second_does(length_s: int) -> None:
    moving = np.full(length_s, 20, np.float32)
    from_rest = np.array([0, *moving[1:]], np.float32)
    one, other = (
        video_affect(making.video(replace(making.picture(length_s), motion=motion)), TABLES)
        for motion in (moving, from_rest)
    )
    np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("place", [VALENCE, AROUSAL, TENSION])
def test_what_is_shown_counts(place: int) -> None:
    picture = making.picture()
    told = AFFECT_TABLE[:, place] * EVIDENCE
    least, most = (
        np.eye(CLASS_COUNT, dtype=np.float32)[[index] * 30] for index in (told.argmin(), told.argmax())
    )
    low, high = (mean_affect(making.video(picture, classes)) for classes in (least, most))
    assert high[place] > low[place] + 0.5


def test_the_column_emotion_is_made_of_it() -> None:
    video = making.video(making.picture(12, motion=25, activity=55, brightness=0.9))
    known = video_columns(video, ["emotion"], TABLES)["emotion"]
    unknown = video_columns(video, ["emotion"])["emotion"]
    assert known.shape == unknown.shape == (12, 6)
    np.testing.assert_allclose(known.sum(axis=1), 1, atol=1e-6)
    assert known[:, 0].mean() > unknown[:, 0].mean()


def test_affect_is_that_of_the_definition() -> None:
    """The look's weighted scores on the scale of one, and what is shown, on the scale of usual videos."""
    noise = np.random.default_rng(2)
    made = making.picture(9, cuts_s=(2.0, 2.5, 6.0))
    clip = replace(
        made,
        **{
            name: noise.uniform(0, most, 9).astype(np.float32)
            for name, most in (
                ("motion", 20),
                ("activity", 40),
                ("brightness", 1),
                ("saturation", 1),
                ("warmth", 0.3),
                ("contrast", 0.3),
            )
        },
    )
    classes = noise.dirichlet(np.full(CLASS_COUNT, 0.01), 9).astype(np.float32)
    tables = making.calibration().video
    moving = {
        "motion": [float(clip.motion[1]), *clip.motion[1:].tolist()],
        "activity": clip.activity.tolist(),
    }
    raw = {name: getattr(clip, name).tolist() for name in ("brightness", "saturation", "warmth", "contrast")}
    raw |= {
        name: [float(np.mean(values[max(at - 2, 0) : at + 3])) for at in range(9)]
        for name, values in moving.items()
    }
    raw["cut_rate"] = cutting_pace(clip).tolist()
    scores = {name: normal_score(values, tables[name]) for name, values in raw.items()}
    look = {
        "valence": {"brightness": 0.69, "saturation": 0.22, "warmth": 0.15},
        "arousal": {"motion": 1, "activity": 1, "cut_rate": 1, "saturation": 0.3, "brightness": 0.5},
        "tension": {
            "brightness": -0.76,
            "saturation": 0.16,
            "contrast": 0.4,
            "motion": 0.4,
            "cut_rate": 0.4,
            "warmth": -0.2,
        },
    }
    found = video_affect(making.video(clip, classes), tables)
    for place, (affect, worth) in enumerate((("valence", 2.0), ("arousal", 1.0), ("tension", 2.0))):
        weights = look[affect]
        seen = sum(weight * scores[name] for name, weight in weights.items())
        seen = seen / np.sqrt(sum(weight**2 for weight in weights.values()))
        wanted = (seen + worth * picture_affect(classes)[0][:, place]) / np.hypot(1.0, worth * 0.5)
        assert found[:, place] == pytest.approx(wanted, abs=1e-5)
