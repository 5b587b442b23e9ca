"""Sound to music features and tag probabilities, one row a second, in bounded memory."""

from collections.abc import Mapping
from typing import Protocol

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.encoders.manifest import MusicSpec
from tivm_desktop.encoders.musicnn import MusicnnStream
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.requirements import Inputs, require_inputs, unknown_preprocessing
from tivm_desktop.encoders.sessions import ProviderChoice, Session, create_session
from tivm_desktop.encoders.vggish import VggishStream


class MusicStream(Protocol):
    """One track on its way through the encoder."""

    def push(self, samples: FloatArray) -> None:
        """Take the next mono samples, (n,) float32, any n; they may be encoded here or later.

        Raises:
            PackError: the model fails at them, or gives something else than its pack says.
        """
        ...

    def finish(self) -> tuple[FloatArray, FloatArray]:
        """Encode what is left.

        Returns:
            Features (T, Dm) and tag probabilities (T, K), T being the started seconds of all pushed sound, at
            least 1. The rows don't depend on how the sound was cut into blocks.

        Raises:
            PackError: as for `push`.
        """
        ...


class _StreamType(Protocol):
    rate_hz: int
    inputs: Inputs

    def __call__(self, session: Session, spec: MusicSpec) -> MusicStream: ...


PREPROCESSINGS: Mapping[str, _StreamType] = {
    "musicnn-mel96-16k-v1": MusicnnStream,
    "vggish-logmel64-16k-v1": VggishStream,
}
"""Front-ends by the id that packs ask for."""


class MusicEncoder:
    """The pack's music encoder on a verified provider."""

    def __init__(self, pack: Pack, provider: ProviderChoice = "auto", threads: int | None = None) -> None:
        """Load the encoder.

        Args:
            pack: a checked pack.
            provider: where to run; see `create_session`.
            threads: processor threads; None leaves it to the runtime.

        Raises:
            ProviderError: the provider asked for is not to be had.
            PackError: the model can't be loaded, or wants a preprocessing or rate that this version does not
            know.
        """
        spec = pack.music
        stream_type = PREPROCESSINGS.get(spec.preprocessing)
        if stream_type is None or stream_type.rate_hz != spec.rate_hz:
            raise unknown_preprocessing(spec)
        require_inputs(spec, stream_type.inputs)
        self._spec = spec
        self._stream_type = stream_type
        self._session = create_session(spec.file.path, provider, threads)

    @property
    def rate_hz(self) -> int:
        """Sample rate of the mono sound it takes."""
        return self._spec.rate_hz

    @property
    def encoder_id(self) -> str:
        """Identity of the numbers it gives."""
        return self._spec.encoder_id

    @property
    def feature_dim(self) -> int:
        """Dm, the length of a feature row."""
        return self._spec.feature_dim

    @property
    def tags(self) -> tuple[str, ...]:
        """Names of the tags, or none where the encoder gives none."""
        return self._spec.tags

    @property
    def provider(self) -> str:
        """Where it really runs: "CPU" or "CUDA"."""
        return self._session.provider

    def stream(self) -> MusicStream:
        """Return a fresh stream for one track."""
        return self._stream_type(self._session, self._spec)
