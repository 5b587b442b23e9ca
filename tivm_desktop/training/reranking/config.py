"""Every size and choice of a re-ranker, written beside the run."""

from dataclasses import asdict, dataclass
from typing import Any

from tivm_desktop.training.model.config_json import ConfigError, decode


@dataclass(frozen=True, slots=True)
class RerankerConfig:
    """A re-ranker of the best candidates of two towers."""

    candidates: int = 100
    """How many of the towers' best are ordered anew for each query."""
    weight: float = 1.0
    """Weight of the courses beside the towers, both in deviations among pairs that don't belong together."""
    scales_s: tuple[float, ...] = (1.0, 4.0, 16.0)
    """Deviations of the Gaussians that part a course into bands, in seconds, ascending."""
    components: int = 32
    """Principal components kept of a column that is wider."""
    hidden: int = 64
    embedding: int = 16
    """Values a second that are compared."""
    dropout: float = 0.3
    input_dropout: float = 0.1
    crop_s: float = 128.0
    """Length of the stretches that training compares."""
    edge_s: float = 30.0
    """Seconds at both ends that are never seen: fading together where an item ends tells its length."""
    shortest_s: float = 10.0
    """Courses with less in common than this are not compared."""
    fewest: int = 50
    """A re-ranker is trained only where at least so many items are long enough."""
    epochs: int = 40
    batches: int = 2
    """Batches an epoch."""
    lr: float = 2e-3
    weight_decay: float = 0.05
    temperature: float = 0.1
    seed: int = 0

    def __post_init__(self) -> None:
        counts = (
            self.candidates,
            self.components,
            self.hidden,
            self.embedding,
            self.epochs,
            self.batches,
            self.fewest,
        )
        if min(counts) < 1:
            raise ConfigError(
                "candidates, components, hidden, embedding, epochs, batches and fewest must be positive"
            )
        if not self.scales_s or min(self.scales_s) <= 0 or list(self.scales_s) != sorted(self.scales_s):
            raise ConfigError("scales_s must be positive and ascending")
        if min(self.crop_s, self.shortest_s, self.lr, self.temperature) <= 0:
            raise ConfigError("crop_s, shortest_s, lr and temperature must be positive")
        if min(self.weight, self.edge_s, self.weight_decay, self.seed) < 0:
            raise ConfigError("weight, edge_s, weight_decay and seed must not be negative")
        if not (0 <= self.dropout < 1 and 0 <= self.input_dropout < 1):
            raise ConfigError("a dropout must lie in 0..1")

    def to_json(self) -> dict[str, Any]:
        """Return a document that `from_json` takes."""
        return asdict(self)

    @classmethod
    def from_json(cls, document: object) -> "RerankerConfig":
        """Return the config in a document.

        Raises:
            ConfigError: a field is unknown, of another type or out of range.
        """
        return decode(cls, document, "re-ranker")
