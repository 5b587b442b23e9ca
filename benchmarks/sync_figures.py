"""Figures of a measurement of sync: flashes painted against clicks recorded."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

MATCH_WITHIN_S = 0.3
"""A flash without a click that near was not heard with; beyond that it can't be told which click is whose."""


def offsets_s(flashes_s: list[float], clicks_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, 2): each flash's moment and the time since the click nearest to it, where there is one near."""
    if not len(clicks_s):
        return np.zeros((0, 2))
    nearest = [(flash_s, flash_s - clicks_s[np.abs(clicks_s - flash_s).argmin()]) for flash_s in flashes_s]
    return np.array([pair for pair in nearest if abs(pair[1]) < MATCH_WITHIN_S]).reshape(-1, 2)


def summary(offsets: NDArray[np.float64], expected: int) -> dict[str, float | int]:
    """Figures of one part, in milliseconds; positive: the picture is late."""
    found: dict[str, float | int] = {"flashes_expected": expected, "flashes_matched": len(offsets)}
    if not len(offsets):
        return found
    late_ms = offsets[:, 1] * 1e3
    found |= {
        "offset_mean_ms": round(float(late_ms.mean()), 2),
        "offset_min_ms": round(float(late_ms.min()), 2),
        "offset_max_ms": round(float(late_ms.max()), 2),
        "offset_p99_ms": round(float(np.percentile(np.abs(late_ms), 99)), 2),
    }
    return found


def drift_ms_per_minute(offsets: NDArray[np.float64]) -> dict[str, float]:
    """Slope of the offset over time by least squares, and its standard error."""
    if len(offsets) < 3:
        return {}
    minutes = (offsets[:, 0] - offsets[0, 0]) / 60.0
    late_ms = offsets[:, 1] * 1e3
    slope, at_0 = np.polyfit(minutes, late_ms, 1)
    left = late_ms - at_0 - slope * minutes
    spread = np.sqrt((left**2).sum() / (len(left) - 2) / ((minutes - minutes.mean()) ** 2).sum())
    return {
        "drift_ms_per_minute": round(float(slope), 3),
        "drift_standard_error": round(float(spread), 3),
    }


def figures(answer: dict[str, Any], clicks_s: NDArray[np.float64]) -> dict[str, Any]:
    """All that was measured of one player."""
    parts: dict[str, Any] = {}
    for name, part in answer.pop("parts").items():
        offsets = offsets_s(part["flashes_s"], clicks_s)
        parts[name] = summary(offsets, part["expected"]) | {"frames_painted": part["frames"]}
        if name == "playing":
            parts[name] |= drift_ms_per_minute(offsets)
    return {"parts": parts, "clicks_recorded": len(clicks_s), **answer}
