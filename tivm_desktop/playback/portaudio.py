"""What is used of PortAudio as its binding `sounddevice` shows it, which has no types of its own."""

from typing import Protocol, TypedDict


class Device(TypedDict):
    """What PortAudio says of a device."""

    name: str
    index: int
    """Valid until PortAudio is started afresh."""
    hostapi: int
    """Number of the system's interface that lists it."""
    max_output_channels: int
    default_samplerate: float
    """Hz."""


class Stream(Protocol):
    """An output stream."""

    @property
    def time(self) -> float:
        """Seconds on the stream's own time base."""
        ...

    def start(self) -> None:
        """Begin to ask for blocks."""
        ...

    def abort(self, ignore_errors: bool) -> None:  # noqa: FBT001 - the binding's way
        """Stop at once."""
        ...

    def close(self, ignore_errors: bool) -> None:  # noqa: FBT001 - the binding's way
        """Let go of the device."""
        ...


class Moments(Protocol):
    """What a block's callback is told of time."""

    @property
    def outputBufferDacTime(self) -> float:  # noqa: N802 - the binding's name
        """When the block's first sample leaves the device, on the stream's time base."""
        ...


class Flags(Protocol):
    """What a block's callback is told of the block before."""

    @property
    def output_underflow(self) -> bool:
        """Whether the device ran dry."""
        ...
