"""Courses: what is left of an item's rows when its own level is taken away, in bands of time."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter1d

from tests.training.reranking.making import small_reranker
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.training.model.config import ColumnConfig
from tivm_desktop.training.reranking.courses import fit_course_maker

PICTURE = ColumnConfig("picture", 3)
CUTS = ColumnConfig("cuts", 1, "log1p")
CONFIG = small_reranker(scales_s=(1.0, 3.0))


def made(count: int, width: int, *, seed: int = 0, length: int = 50) -> list[FloatArray]:
    rng = np.random.default_rng(seed)
    return [np.asarray(2.0 + rng.normal(size=(length, width)), np.float32) for _ in range(count)]


def bands(course: FloatArray, columns: int) -> FloatArray:
    """(bands, T, columns)"""
    return np.asarray(course.reshape(len(course), -1, columns).swapaxes(0, 1))


def test_the_bands_add_up_to_the_centred_and_scaled_rows() -> None:
    items = made(5, 3)
    maker = fit_course_maker(items, [PICTURE], CONFIG, 1.0)
    course = maker.course(items[2])
    assert course.shape == (50, maker.width) == (50, 9)
    assert course.dtype == np.float32
    centred = [item - item.mean(axis=0) for item in items]
    scaled = centred[2] / np.concatenate(centred).std(axis=0)
    assert np.allclose(bands(course, 3).sum(axis=0), scaled, atol=1e-5)
    smooth = gaussian_filter1d(scaled, 1.0, axis=0, mode="nearest")
    assert np.allclose(bands(course, 3)[0], scaled - smooth, atol=1e-5)
    slowest = gaussian_filter1d(smooth, 3.0, axis=0, mode="nearest")
    assert np.allclose(bands(course, 3)[-1], slowest, atol=1e-5)


def test_scales_are_seconds() -> None:
    items = made(3, 3)
    twice_as_often = fit_course_maker(items, [PICTURE], CONFIG, 2.0)
    doubled = fit_course_maker(items, [PICTURE], small_reranker(scales_s=(2.0, 6.0)), 1.0)
    assert np.array_equal(twice_as_often.course(items[0]), doubled.course(items[0]))


def test_an_items_own_level_does_not_count_and_outliers_are_clipped() -> None:
    items = made(3, 3)
    maker = fit_course_maker(items, [PICTURE], CONFIG, 1.0)
    assert np.allclose(maker.course(items[0] + 7.0), maker.course(items[0]), atol=1e-4)
    struck = items[0].copy()
    struck[20] += 1000.0
    assert bands(maker.course(struck), 3).sum(axis=0).max() == pytest.approx(5.0, abs=1e-4)


def test_counts_are_taken_as_logarithms() -> None:
    items = [np.exp(item) for item in made(4, 1, seed=3)]
    maker = fit_course_maker(items, [CUTS], CONFIG, 1.0)
    logs = [np.log1p(item) for item in items]
    linear = fit_course_maker(logs, [ColumnConfig("cuts", 1)], CONFIG, 1.0)
    assert np.allclose(maker.course(items[1]), linear.course(logs[1]), atol=1e-5)
    assert np.allclose(maker.course(-items[1]), -maker.course(items[1]), atol=1e-5)


def test_wide_columns_are_projected_on_what_moves_most() -> None:
    rng = np.random.default_rng(4)
    directions = np.linalg.qr(rng.normal(size=(12, 4)))[0].T
    items = [
        np.asarray(rng.normal(size=(60, 4)) @ directions + 5.0 * rng.normal(size=(1, 12)), np.float32)
        for _ in range(6)
    ]
    wide = ColumnConfig("embedding", 12)
    maker = fit_course_maker(items, [wide], CONFIG, 1.0)
    projection = maker.projections["embedding"]
    assert projection.shape == (12, 4)
    assert np.allclose(projection.T @ projection, np.eye(4), atol=1e-5)
    assert np.allclose(projection @ projection.T @ directions.T, directions.T, atol=1e-4)
    assert maker.width == 4 * 3
    assert maker.course(items[0]).shape == (60, 12)


def test_columns_lie_side_by_side_each_with_its_own_treatment() -> None:
    rows = [np.concatenate(parts, axis=1) for parts in zip(made(4, 12), made(4, 1, seed=1), strict=True)]
    maker = fit_course_maker(rows, [ColumnConfig("embedding", 12), CUTS], CONFIG, 1.0)
    alone = fit_course_maker([row[:, 12:] for row in rows], [CUTS], CONFIG, 1.0)
    assert list(maker.projections) == ["embedding"]
    assert maker.width == 5 * 3
    assert np.allclose(
        bands(maker.course(rows[0]), 5)[..., 4:], bands(alone.course(rows[0][:, 12:]), 1), atol=1e-5
    )


def test_a_constant_column_gives_zeros() -> None:
    items = made(3, 3)
    for item in items:
        item[:, 1] = 4.0
    course = fit_course_maker(items, [PICTURE], CONFIG, 1.0).course(items[0])
    assert np.array_equal(bands(course, 3)[..., 1], np.zeros((3, 50)))
    assert np.isfinite(course).all()


def test_a_maker_knows_the_items_it_was_given_and_no_others() -> None:
    items = made(6, 3)
    before = fit_course_maker(items[:4], [PICTURE], CONFIG, 1.0).course(items[5])
    items[4] *= 100.0
    assert np.array_equal(fit_course_maker(items[:4], [PICTURE], CONFIG, 1.0).course(items[5]), before)
    assert not np.allclose(fit_course_maker(items, [PICTURE], CONFIG, 1.0).course(items[5]), before, atol=0.1)
