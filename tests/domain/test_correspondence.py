"""What pairs teach."""

import json
from dataclasses import replace

import numpy as np
import pytest

from tivm_desktop.domain.correspondence import RANK, Correspondence, Side, Values, learn

SEEN = tuple(f"look:{place}" for place in range(12))
HEARD = tuple(f"tag:{place}" for place in range(20))
BLOCKS = {"looks": SEEN[8:]}


def pairs(count: int, seed: int) -> tuple[list[Values], list[Values], list[str]]:
    """Pairs whose sound follows from the picture, in three groups that look and sound otherwise."""
    maps = np.random.default_rng(0).normal(size=(len(SEEN), len(HEARD)))
    rng = np.random.default_rng(seed)
    groups = [f"game {place % 3}" for place in range(count)]
    styles = rng.normal(size=(3, len(SEEN))) * 0.5, rng.normal(size=(3, len(HEARD)))
    seen = rng.normal(size=(count, len(SEEN)))
    heard = seen @ maps + 2 * rng.normal(size=(count, len(HEARD)))
    seen += np.array([styles[0][place % 3] for place in range(count)])
    heard += np.array([styles[1][place % 3] for place in range(count)])
    pictures: list[Values] = [dict(zip(SEEN, row, strict=True)) for row in seen.tolist()]
    return pictures, [dict(zip(HEARD, row, strict=True)) for row in heard.tolist()], groups


def scaled(items: list[Values], size: float) -> list[Values]:
    return [{name: size * value for name, value in one.items()} for one in items]


def auc(found: Correspondence, seed: int) -> float:
    """Of pairs in one group that were not learnt from."""
    seen, heard, groups = pairs(90, seed)
    own = [place for place, group in enumerate(groups) if group == "game 0"]
    scores = (
        np.array([found.of_video(seen[i]) for i in own]) @ np.array([found.of_music(heard[i]) for i in own]).T
    )
    return float(np.mean(scores < np.diag(scores)[:, None]))


def test_it_finds_what_belongs_together_in_pairs_it_has_not_seen() -> None:
    seen, heard, groups = pairs(60, 1)
    found = learn(seen, heard, groups, (SEEN, HEARD), BLOCKS, "made pairs")
    assert auc(found, 2) > 0.75
    shuffled = learn(seen, [heard[place - 3] for place in range(60)], groups, (SEEN, HEARD), BLOCKS, "")
    assert auc(shuffled, 2) < 0.65


def test_vectors_are_of_unit_length_and_known_by_name() -> None:
    seen, heard, groups = pairs(30, 3)
    found = learn(seen, heard, groups, (SEEN, HEARD), BLOCKS, "made pairs")
    vector = found.of_video(seen[0])
    assert len(vector) == RANK
    assert np.linalg.norm(vector) == pytest.approx(1)
    assert found.of_video({**seen[0], "unknown": 5.0}) == vector
    centre = dict(zip(found.video.names, found.video.centre, strict=True))
    assert not any(found.of_video(centre))
    assert not any(found.of_video({}))


def test_a_correspondence_survives_json() -> None:
    seen, heard, groups = pairs(30, 4)
    found = learn(seen, heard, groups, (SEEN, HEARD), BLOCKS, "made pairs")
    assert Correspondence.from_json(json.loads(json.dumps(found.to_json()))) == found
    unnamed = {side: row for side, row in found.to_json().items() if side != "source"}
    assert Correspondence.from_json(unnamed) == replace(found, source="")
    assert Correspondence.from_json(None) == Correspondence()
    assert Correspondence().of_video(seen[0]) == ()


@pytest.mark.parametrize(
    "damage",
    [
        {"names": ["a"]},
        {"names": "ab"},
        {"names": ["a", 2]},
        {"weights": [[1.0], ["x"]]},
        {"weights": [[1.0], [1.0, 2.0]]},
        {"weights": [[], []]},
        {"weights": [[1.0], [float("nan")]]},
        {"weights": "ab"},
        {"centre": [0.0, float("inf")]},
        {"centre": [0.0, 10**400]},
        {"centre": [0.0, 1e300]},
        {"scale": None},
        {"scale": [1.0, "1"]},
        {"scale": [1.0, True]},
    ],
)
def test_a_damaged_side_is_refused(damage: dict[str, object]) -> None:
    whole = Side(("a", "b"), (0.0, 0.0), (1.0, 1.0), ((1.0,), (2.0,))).to_json()
    assert Side.from_json(whole).names == ("a", "b")
    with pytest.raises(ValueError, match="side of the correspondence"):
        Side.from_json(whole | damage)


def test_what_is_no_side_is_refused() -> None:
    with pytest.raises(ValueError, match="side of the correspondence is not an object"):
        Side.from_json(["a"])


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (["a"], "correspondence is not an object"),
        ({}, "side of the correspondence"),
        ({"video": Side().to_json(), "music": Side().to_json()}, "into one space"),
        (
            {
                "video": Side(("a",), (0.0,), (1.0,), ((1.0, 2.0),)).to_json(),
                "music": Side(("b",), (0.0,), (1.0,), ((1.0,),)).to_json(),
            },
            "into one space",
        ),
    ],
)
def test_sides_that_do_not_lead_into_one_space_are_refused(document: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Correspondence.from_json(document)


def test_the_space_is_as_wide_as_the_weights() -> None:
    assert Correspondence().width == 0
    assert Correspondence(video=Side(("a",), (0.0,), (1.0,), ((1.0, 2.0),))).width == 2


def test_a_vector_is_the_weighted_sum_of_scaled_values_about_their_centre() -> None:
    side = Side(("a", "b"), (1.0, 2.0), (0.5, 2.0), ((3.0, 0.0), (0.0, 1.0)))
    assert side({"a": 3.0, "b": 4.0}) == pytest.approx((0.6, 0.8))
    assert side({"a": 3.0}) == pytest.approx((1.0, 0.0))
    assert side({"a": 1.03, "b": 2.02}) == pytest.approx((0.045, 0.04) / np.hypot(0.045, 0.04))


@pytest.mark.parametrize("names", [((), HEARD), (SEEN, ())])
def test_a_correspondence_of_nothing_is_refused(names: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    seen, heard, groups = pairs(5, 5)
    with pytest.raises(ValueError, match="values of both sides"):
        learn(seen, heard, groups, names, {}, "")


@pytest.mark.parametrize("size", [1.0, 0.01])
def test_what_is_learnt_is_the_cross_covariance_within_groups(size: float) -> None:
    """Of values that are brought to one deviation by block, over its largest singular value."""
    seen, heard, groups = pairs(30, 6)
    seen, heard = scaled(seen, size), scaled(heard, size)
    looks, tags = SEEN[6:11], HEARD[:7]
    found = learn(seen, heard, groups, (looks, tags), {"looks": looks[3:]}, "made pairs")
    x = np.array([[one[name] for name in looks] for one in seen])
    y = np.array([[one[name] for name in tags] for one in heard])
    scale = 1 / (x[:, 3:] - x[:, 3:].mean(axis=0)).std()
    assert found.video.scale == pytest.approx([1, 1, 1, scale, scale], abs=1e-4)
    assert found.music.scale == (1.0,) * len(tags)
    assert found.video.centre == pytest.approx(x.mean(axis=0), abs=1e-4)
    assert found.music.centre == pytest.approx(y.mean(axis=0), abs=1e-4)
    x[:, 3:] *= scale
    for name in set(groups):
        members = [place for place, group in enumerate(groups) if group == name]
        x[members] -= x[members].mean(axis=0)
        y[members] -= y[members].mean(axis=0)
    wanted = x.T @ y / np.linalg.norm(x.T @ y, 2)
    learnt = np.array(found.video.weights) @ np.array(found.music.weights).T
    assert learnt == pytest.approx(wanted, abs=1e-3)
    assert found.source == "made pairs"


def test_three_pairs_are_enough_and_what_one_lacks_counts_as_nothing() -> None:
    seen, heard, groups = pairs(3, 7)
    found = learn(seen, heard, ["game"] * len(groups), (SEEN, HEARD), BLOCKS, "")
    assert found.width == RANK == 8
    lacking = [{name: value for name, value in one.items() if name != SEEN[0]} for one in seen]
    zeros = [{**one, SEEN[0]: 0.0} for one in seen]
    assert learn(lacking, heard, groups, (SEEN, HEARD), {}, "") == learn(
        zeros, heard, groups, (SEEN, HEARD), {}, ""
    )


def test_too_few_pairs_are_refused() -> None:
    seen, heard, groups = pairs(2, 5)
    with pytest.raises(ValueError, match="three pairs"):
        learn(seen, heard, groups, (SEEN, HEARD), BLOCKS, "")
