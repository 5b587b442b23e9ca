from dataclasses import replace

import numpy as np
import pytest
from sklearn.cross_decomposition import CCA

from tests.training.making import make_archive
from tivm_desktop.training.baselines.canonical import CanonicalPair, CcaSettings
from tivm_desktop.training.baselines.cca import fit_cca
from tivm_desktop.training.baselines.choosing import choose
from tivm_desktop.training.evaluation.judging import judge
from tivm_desktop.training.evaluation.report import report

GRID = (CcaSettings(1e6, 1e6, 2, 2.0), CcaSettings(0.3, 0.3, 3, 1.0), CcaSettings(1.0, 1.0, 3, 1.0))
SETTINGS = CcaSettings(1.0, 1.0, 4, 1.0)


def two_views(items: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    hidden = rng.normal(size=(items, 2))
    video = np.column_stack([hidden, rng.normal(size=(items, 3))])
    music = np.column_stack([hidden + 0.5 * rng.normal(size=(items, 2)), rng.normal(size=(items, 2))])
    return video, music


def test_without_ridge_the_correlations_are_the_canonical_ones() -> None:
    video, music = two_views(400)
    pair = CanonicalPair(video, music)
    left, right, correlation = pair.directions(0.0, 0.0)
    theirs = CCA(n_components=2, max_iter=5000, tol=1e-10).fit(video, music)
    one, other = theirs.transform(video, music)
    expected = [np.corrcoef(one[:, i], other[:, i])[0, 1] for i in range(2)]
    assert correlation[:2] == pytest.approx(expected, abs=1e-3)
    projected = np.corrcoef((pair.video(video) @ left)[:, 0], (pair.music(music) @ right)[:, 0])[0, 1]
    assert projected == pytest.approx(correlation[0])


def test_a_ridge_makes_correlations_smaller() -> None:
    pair = CanonicalPair(*two_views(50))
    assert np.all(pair.directions(1.0, 1.0)[2] < pair.directions(0.1, 0.1)[2])


def test_columns_without_variance_are_left_out() -> None:
    video, music = two_views(30)
    padded = np.column_stack([video, np.full(30, 3.0)])
    assert CanonicalPair(padded, music).video.axes.shape == (6, 5)


def test_settings_are_chosen_that_do_well_on_what_they_have_not_seen() -> None:
    video, music = two_views(120)
    names = [str(item) for item in range(120)]
    assert choose(video, music, names, 0, GRID) in GRID[1:]
    assert choose(video, music, names, 0, GRID) == choose(video, music, names, 0, GRID)
    with pytest.raises(ValueError, match="folds"):
        choose(video, music, ["a"] * 120, 0, GRID)


def test_pairs_that_were_not_seen_are_found() -> None:
    archive = make_archive(90, seed=4)
    cca = fit_cca(archive, np.arange(60), settings=SETTINGS)
    found = report(judge(cca, archive, np.arange(60, 90)))
    assert found.video_to_music.auc > 0.9
    assert found.music_to_video.auc > 0.9


def test_wrong_pairs_teach_nothing() -> None:
    archive = make_archive(90, seed=4, shortest=12, longest=12)
    order = np.random.default_rng(0).permutation(90)
    index = (order[:, None] * 12 + np.arange(12)).ravel()
    wrong = replace(archive, music={name: column[index] for name, column in archive.music.items()})
    cca = fit_cca(wrong, np.arange(60), settings=SETTINGS)
    assert report(judge(cca, wrong, np.arange(60, 90))).video_to_music.auc < 0.7


def test_only_the_training_items_are_looked_at() -> None:
    archive = make_archive(40, seed=1)
    train = np.arange(30)
    cca = fit_cca(archive, train, settings=SETTINGS)
    other = fit_cca(archive.subset(train), train, settings=SETTINGS)
    items = np.arange(30, 40)
    assert np.array_equal(cca.similarity(archive, items, items), other.similarity(archive, items, items))


def test_more_columns_than_it_knows_do_no_harm_and_missing_ones_are_named() -> None:
    archive = make_archive(30)
    items = np.arange(20)
    narrow = replace(archive, video={"picture": archive.video["picture"]})
    cca = fit_cca(narrow, items, settings=SETTINGS)
    assert cca.similarity(archive, items, items).shape == (20, 20)
    with pytest.raises(ValueError, match="motion"):
        fit_cca(archive, items, settings=SETTINGS).similarity(narrow, items, items)


def test_two_items_are_too_few() -> None:
    with pytest.raises(ValueError, match="three"):
        fit_cca(make_archive(6), np.arange(2))
