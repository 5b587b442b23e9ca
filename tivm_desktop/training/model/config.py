"""Every size and every choice of a training run, in frozen dataclasses that are written into the run."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from tivm_desktop.training.model.config_json import ConfigError, decode

Scaling = Literal["each", "whole"]
Transform = Literal["linear", "log1p"]
TemporalEncoder = Literal["mean", "lstm", "transformer"]
Pooling = Literal["mean", "attention", "statistics"]
Loss = Literal["infonce", "triplet", "vmnet"]

PERCENTILES = (1.0, 5.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 99.0)


@dataclass(frozen=True, slots=True)
class ColumnConfig:
    """One named column of an archive's side, as the tower takes it."""

    name: str
    width: int
    transform: Transform = "linear"
    """`log1p` is `sign(x) log(1 + |x|)`, for what is counted or has a long tail."""
    scaling: Scaling = "each"
    """`whole` divides all dimensions by one number, for embeddings: what varies little there is noise."""


@dataclass(frozen=True, slots=True)
class TowerConfig:
    """One tower, from raw rows to the embedding."""

    columns: tuple[ColumnConfig, ...]
    hidden: int = 64
    layers: int = 1
    """Linear layers before the temporal encoder; 0 gives it the columns themselves (`mean` only)."""
    encoder: TemporalEncoder = "transformer"
    encoder_layers: int = 1
    heads: int = 4
    feed_forward: int = 2
    """Width of a transformer layer's feed-forward part, in hidden sizes."""
    pooling: Pooling = "statistics"
    percentiles: tuple[float, ...] = PERCENTILES
    """Percentiles over time, 0..100, of `statistics` pooling and of the statistics path."""
    embedding: int = 64
    dropout: float = 0.3
    input_dropout: float = 0.1
    """Dropout of single values of the standardised rows."""
    stride_s: int = 4
    """Rows are averaged over this many seconds before the linear layers."""
    statistics_skip: bool = True
    """Add a linear path from the statistics of the standardised columns to the embedding."""
    statistics_steps: bool = True
    """Count the sizes of the steps from row to row among the statistics of that path."""
    statistics_lags_s: tuple[int, ...] = (2, 4, 8, 16)
    """Count autocorrelations at these lags, in seconds, among those statistics, of columns under 16 wide."""
    statistics_dropout: float = 0.5
    input_rank: int = 0
    """Rank of the statistics path's projection; 0 is full."""
    gate: float = 0.2
    """First weight of the temporal path beside the statistics path; it is learned."""
    clip: float = 5.0
    """Standardised values are clipped to this many deviations."""

    def __post_init__(self) -> None:
        _check(bool(self.columns), "a tower needs at least one column")
        names = [column.name for column in self.columns]
        _check(len(set(names)) == len(names), f"a column is named twice: {', '.join(names)}")
        _check(all(column.width > 0 for column in self.columns), "a column's width must be positive")
        positive = (
            self.hidden,
            self.embedding,
            self.stride_s,
            self.encoder_layers,
            self.heads,
            self.feed_forward,
        )
        _check(
            min(positive) > 0,
            "hidden, embedding, stride_s, encoder_layers, heads, feed_forward must be positive",
        )
        _check(self.layers >= 0 and self.input_rank >= 0, "layers and input_rank must not be negative")
        _check(
            self.layers > 0 or self.encoder == "mean",
            f"encoder {self.encoder} needs at least one linear layer",
        )
        _check(
            self.encoder != "transformer" or self.hidden % (2 * self.heads) == 0,
            f"hidden must be a multiple of 2 x heads, not {self.hidden} for {self.heads} heads",
        )
        _check(all(0 <= one <= 100 for one in self.percentiles), "percentiles must lie in 0..100")
        _check(all(lag > 0 for lag in self.statistics_lags_s), "statistics_lags_s must be positive")
        for rate in (self.dropout, self.input_dropout, self.statistics_dropout):
            _check(0 <= rate < 1, f"a dropout must lie in 0..1, not {rate}")
        _check(self.clip > 0, "clip must be positive")

    @property
    def width(self) -> int:
        """Values in a raw row."""
        return sum(column.width for column in self.columns)


@dataclass(frozen=True, slots=True)
class RunConfig:
    """A whole run: both towers, the loss, the way through the data, the optimiser."""

    video: TowerConfig
    music: TowerConfig
    loss: Loss = "infonce"
    rate_hz: float = 1.0
    """Rows a second of the archives this run understands."""
    ends_s: float = 0.0
    """Seconds at either end of every item that the towers never see, neither in training nor in use."""
    seed: int = 0
    epochs: int = 30
    batch: int = 1024
    """Items in a batch over all processes; all of them where there are fewer."""
    crops_s: tuple[float, ...] = (60.0,)
    """Lengths of the random crops the temporal path sees, one drawn for each batch; 0 is the whole item. The
    statistics path always sees the whole item."""
    crops: Literal["aligned", "independent"] = "aligned"
    """Whether music is cropped where the video is."""
    noise: float = 0.1
    """Deviation of the noise added to standardised rows."""
    time_mask: float = 0.1
    """Largest share of a crop's rows that is hidden, in one stretch."""
    feature_dropout: float = 0.1
    """Share of an item's features that are zero over its whole crop."""
    initialise: Literal["random", "cca"] = "cca"
    """How statistics paths start: `cca` takes canonical directions of the training items, where both towers
    have such a path."""
    ridges: tuple[float, float] = (0.0, 0.0)
    """Of that CCA, video and music; where one is 0, both are chosen on folds of the training items, and so
    are `components` and `power`."""
    components: int = 16
    """Of that CCA, at most the embedding's size."""
    power: float = 2.0
    """Of that CCA: each direction is scaled by this power of its correlation, on both sides."""
    statistics_lr: float = 0.1
    """Learning rate of the statistics paths' projections, as a share of `lr`; 0 keeps them as they start."""
    lr: float = 5e-4
    weight_decay: float = 0.05
    warmup: float = 0.05
    """Share of all steps in which the learning rate rises."""
    gradient_norm: float = 1.0
    """Gradients are scaled down to this norm; 0 leaves them."""
    ema: float = 0.0
    """Decay a step of the averaged weights that are kept; 0 keeps the weights themselves."""
    temperature: float = 0.1
    temperature_bounds: tuple[float, float] = (0.02, 0.5)
    margin: float = 0.2
    negatives: Literal["hard", "semi-hard"] = "semi-hard"
    structure: float = 0.2
    """Weight of VM-NET's structure loss."""
    validate_every: int = 5
    """Epochs between two validations."""
    patience: int = 20
    """Validations without a better one after which training ends; 0 trains all epochs."""
    window_s: float = 600.0
    """Longer items are embedded by windows of this length, averaged; 0 takes every item as one."""
    windows: int = 5

    def __post_init__(self) -> None:
        _check(self.video.embedding == self.music.embedding, "both towers need the same embedding size")
        counts = (self.epochs, self.validate_every, self.windows)
        _check(min(counts) > 0, "epochs, validate_every and windows must be positive")
        _check(self.batch > 1, "a batch needs at least two items")
        _check(self.seed >= 0 and self.patience >= 0, "seed and patience must not be negative")
        _check(
            bool(self.crops_s) and min(self.crops_s) >= 0,
            "crops_s needs lengths in seconds (0 is the whole item)",
        )
        for share in (self.time_mask, self.feature_dropout, self.warmup, self.ema):
            _check(
                0 <= share < 1, f"time_mask, feature_dropout, warmup and ema must lie in 0..1, not {share}"
            )
        positive = (self.lr, self.rate_hz)
        _check(min(positive) > 0, "lr and rate_hz must be positive")
        _check(
            self.components > 0 and min(*self.ridges, self.power) >= 0,
            "components must be positive, ridges and power not negative",
        )
        _check(self.statistics_lr >= 0, "statistics_lr must not be negative")
        rest = (self.noise, self.weight_decay, self.gradient_norm, self.margin, self.structure)
        _check(
            min(*rest, self.window_s, self.ends_s) >= 0,
            "noise, weight_decay, gradient_norm, margin, structure, window_s, ends_s must not be negative",
        )
        low, high = self.temperature_bounds
        _check(0 < low <= self.temperature <= high, "temperature must be positive and lie within its bounds")

    def to_json(self) -> dict[str, Any]:
        """Return a document that `from_json` takes."""
        return asdict(self)

    @classmethod
    def from_json(cls, document: object) -> "RunConfig":
        """Return the config in a document.

        Raises:
            ConfigError: a field is missing without a default, unknown, of another type or out of range.
        """
        return decode(cls, document, "config")


def _check(holds: bool, complaint: str) -> None:  # noqa: FBT001
    if not holds:
        raise ConfigError(complaint)
