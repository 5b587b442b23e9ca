"""What makes a track the same track wherever it lies and whatever its tags say."""

from hashlib import blake2b
from pathlib import Path

from av.audio.stream import AudioStream
from av.packet import Packet

from tivm_desktop.domain.progress import Progress, no_progress
from tivm_desktop.media.demuxing import packets
from tivm_desktop.media.errors import nothing_decodes
from tivm_desktop.media.opening import opened, sound_stream
from tivm_desktop.media.probe import stated_duration_s

_REPORT_PACKETS = 200


class IdentityDigest:
    """Gathers the identity of a sound from its packets, while something else reads them."""

    def __init__(self, stream: AudioStream) -> None:
        """Begin with a stream of which nothing has been decoded yet."""
        self._digest = blake2b(digest_size=16)
        form = (stream.codec_context.codec.canonical_name, stream.rate, stream.channels)
        self._digest.update(repr(form).encode())
        self._found = False

    def push(self, packet: "Packet[AudioStream]") -> None:
        """Take in the next packet of the stream."""
        if packet.size:
            self._digest.update(packet)
            self._found = True

    def finish(self, path: Path) -> str:
        """Return 32 hex digits.

        Raises:
            MediaError: there was no packet with anything in it; the sentence names `path`.
        """
        if not self._found:
            raise nothing_decodes(path, "audio")
        return self._digest.hexdigest()


def audio_identity(path: Path, progress: Progress = no_progress) -> str:
    """A hash of the sound as it is coded in a file, without decoding it.

    Tags, cover art, timestamps and the container's own data are left out: moving or retagging a file keeps
    its identity, another encoding of the same music has another.

    Args:
        path: Any file with sound that FFmpeg opens.
        progress: Called every few hundred packets, as nothing is heard yet always with second 0; may raise to
            cancel.

    Returns:
        32 hex digits, BLAKE2b of codec, rate, channels and the payloads of the audio packets in order.

    Raises:
        MediaError: The file can't be opened, has no sound, or no audio packet in it.
    """
    with opened(path, sound_only=True) as container:
        stream = sound_stream(path, container)
        digest = IdentityDigest(stream)
        for count, packet in enumerate(packets(container, stream)):
            digest.push(packet)
            if count % _REPORT_PACKETS == 0:
                progress(0.0, stated_duration_s(container))
    return digest.finish(path)
