"""Tables of weights and of class indices, written as people write them."""

from collections.abc import Mapping
from types import MappingProxyType


def parse_weights(text: str) -> Mapping[str, float]:
    """Read `"+1 folk, -0.8 hip-hop"` as `{"folk": 1.0, "hip-hop": -0.8}`."""
    pairs = (entry.strip().split(" ", 1) for entry in text.split(","))
    return MappingProxyType({name: float(weight) for weight, name in pairs})


def parse_indices(text: str) -> tuple[int, ...]:
    """Read `"1 3-5"` as `(1, 3, 4, 5)`."""
    indices: list[int] = []
    for part in text.split():
        first, _, last = part.partition("-")
        indices.extend(range(int(first), int(last or first) + 1))
    return tuple(indices)
