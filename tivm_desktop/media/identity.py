"""What makes a track the same track wherever it lies and whatever its tags say."""

from hashlib import blake2b
from pathlib import Path

from tivm_desktop.media.demuxing import packets
from tivm_desktop.media.errors import nothing_decodes
from tivm_desktop.media.opening import opened, sound_stream


def audio_identity(path: Path) -> str:
    """A hash of the sound as it is coded in a file, without decoding it.

    Tags, cover art, timestamps and the container's own data are left out: moving or retagging a file keeps
    its identity, another encoding of the same music has another.

    Returns:
        32 hex digits, BLAKE2b of codec, rate, channels and the payloads of the audio packets in order.

    Raises:
        MediaError: The file can't be opened, has no sound, or no audio packet in it.
    """
    digest = blake2b(digest_size=16)
    found = False
    with opened(path) as container:
        stream = sound_stream(path, container)
        form = (stream.codec_context.codec.canonical_name, stream.rate, stream.channels)
        digest.update(repr(form).encode())
        for packet in packets(container, stream):
            if packet.size:
                digest.update(packet)
                found = True
    if not found:
        raise nothing_decodes(path, "audio")
    return digest.hexdigest()
