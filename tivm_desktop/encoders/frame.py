"""Pictures to frame features and class posteriors."""

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.requirements import require_inputs, unknown_preprocessing
from tivm_desktop.encoders.sessions import ProviderChoice, create_session

RGB_IN_GRAPH = frozenset({"efficientnet-rgb-224-v1", "resnet-rgb-224-v1"})
"""Preprocessings that want sRGB frames at the input size as uint8; the graph itself scales and centres."""

_BATCH = 8


class FrameEncoder:
    """The pack's picture encoder on a verified provider."""

    def __init__(self, pack: Pack, provider: ProviderChoice = "auto", threads: int | None = None) -> None:
        """Load the encoder.

        Args:
            pack: a checked pack.
            provider: where to run; see `create_session`.
            threads: processor threads; None leaves it to the runtime.

        Raises:
            ProviderError: the provider asked for is not to be had.
            PackError: the model can't be loaded or wants a preprocessing that this version does not know.
        """
        spec = pack.frame
        if spec.preprocessing not in RGB_IN_GRAPH:
            raise unknown_preprocessing(spec)
        width, height = spec.input_size
        require_inputs(spec, {"frames": (None, height, width, 3)})
        self._spec = spec
        self._session = create_session(spec.file.path, provider, threads)

    @property
    def input_size(self) -> tuple[int, int]:
        """Width and height of the frames it takes, in pixels."""
        return self._spec.input_size

    @property
    def encoder_id(self) -> str:
        """Identity of the numbers it gives."""
        return self._spec.encoder_id

    @property
    def feature_dim(self) -> int:
        """Dv, the length of a feature row."""
        return self._spec.feature_dim

    @property
    def classes(self) -> tuple[str, ...]:
        """Names of the classes, or none where the encoder gives no posteriors."""
        return self._spec.classes

    @property
    def provider(self) -> str:
        """Where it really runs: "CPU" or "CUDA"."""
        return self._session.provider

    def encode(self, frames: NDArray[np.uint8]) -> tuple[FloatArray, FloatArray]:
        """Encode frames.

        Args:
            frames: (N, H, W, 3) uint8 sRGB, H and W as `input_size` says; N may be 0.

        Returns:
            Features (N, Dv) float32 and class posteriors (N, C) float32; C is 0 where the encoder gives none.

        Raises:
            ValueError: the frames have another shape or type.
            PackError: the model fails at them, or gives something else than its pack says.
        """
        width, height = self.input_size
        if frames.shape[1:] != (height, width, 3) or frames.dtype != np.uint8:
            raise ValueError(
                f"expected (N, {height}, {width}, 3) uint8 frames, got {frames.shape} {frames.dtype}"
            )
        features = np.zeros((len(frames), self.feature_dim), np.float32)
        classes = np.zeros((len(frames), len(self.classes)), np.float32)
        for start in range(0, len(frames), _BATCH):
            rows = slice(start, start + _BATCH)
            some = np.ascontiguousarray(frames[rows])
            shapes = {"features": (len(some), self.feature_dim)}
            if self.classes:
                shapes["classes"] = (len(some), len(self.classes))
            features[rows], *rest = self._session.shaped(shapes, {"frames": some})
            if rest:
                classes[rows] = rest[0]
        return features, classes
