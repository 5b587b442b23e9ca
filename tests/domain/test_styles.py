"""Styles as they are written, and as what a track has of them."""

import pytest

from tivm_desktop.domain.styles import STYLE_MUSIC


@pytest.mark.parametrize(
    ("style", "quantity", "weight"),
    [
        ("rural", "tag:country", 1.0),
        ("rural", "major", 0.4),
        ("rural", "tag:mtt:weird", -0.5),
        ("sacred", "tag:hip-hop", -0.7),
        ("beach", "tag:easy listening", 0.7),
        ("war", "major", -0.6),
    ],
)
def test_a_style_weighs_tags_and_the_mode(style: str, quantity: str, weight: float) -> None:
    assert STYLE_MUSIC[style][quantity] == weight


def test_all_but_the_mode_is_told_by_tags() -> None:
    named = {quantity for weights in STYLE_MUSIC.values() for quantity in weights}
    assert {quantity for quantity in named if not quantity.startswith("tag:")} == {"major"}
