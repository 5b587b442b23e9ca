"""A video with a track under it as one file: the picture copied, the sound mixed as it was heard."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import av
from av.container import OutputContainer
from av.error import FFmpegError

from tivm_desktop.domain.mix import Mix, SpeechSpans
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.domain.progress import Progress, no_progress
from tivm_desktop.handoff.atomic import NewFile, new_file
from tivm_desktop.handoff.errors import not_copied, own_source
from tivm_desktop.handoff.forms import Form, forms_for, named_for
from tivm_desktop.handoff.picture_copy import PictureCopy, codec_of
from tivm_desktop.handoff.sound_track import RATE_HZ, SoundTrack
from tivm_desktop.media.opening import opened, picture_stream
from tivm_desktop.playback.frame_decoder import FrameDecoder
from tivm_desktop.playback.offline import mixed_blocks
from tivm_desktop.playback.state import END_TRUSTED_WITHIN_S

_REPORT_PACKETS = 200


@dataclass(frozen=True, slots=True)
class Preview:
    """What is heard, and seen with it."""

    video: Path
    track: PlacedTrack | None
    mix: Mix
    speech: SpeechSpans = ()


def suffix_for(video: Path) -> str:
    """Return the suffix, with its dot, of the container that the preview of a video goes into.

    Raises:
        MediaError: The video can't be opened or has no picture.
    """
    with opened(video) as source:
        return forms_for(codec_of(picture_stream(video, source)))[0].suffix


def export_preview(
    preview: Preview, into: Path, *, replace: bool = False, progress: Progress = no_progress
) -> Path:
    """Write a preview and return where it is.

    It is always the whole video: packets can't be cut but at key frames, and a range seldom begins at one.

    Args:
        preview: What is exported.
        into: The file wanted. Another suffix is put in place of one whose container does not take the
            picture as it is.
        replace: Whether a file of exactly that name may be overwritten; else the next free name is taken.
        progress: Called after every block of sound, and while a file that states no length is looked through;
            may raise to cancel, then nothing is left behind.

    Raises:
        ExportError: It can't be written there, or the picture can't be copied.
        MediaError: The video or a sound can't be read.
    """
    video = preview.video
    with opened(video) as source:
        decoder = FrameDecoder(video, source)
        codec = codec_of(decoder.stream)
        ends_s, original_start_s = decoder.duration_s, decoder.sound_start_s
    named, form = named_for(into, codec)
    replace = replace and named == into
    sources = [video] if preview.track is None else [video, preview.track.path]
    if replace and any(_is_same(named, source) for source in sources):
        raise own_source(named)
    with new_file(named, replace=replace) as made:
        ends_s = ends_s or _measured_s(video, progress)
        found_s = _write(preview, original_start_s, ends_s, form, made, progress)
        if not _agree(found_s, ends_s):
            _write(preview, original_start_s, found_s, form, made, progress)
        made.publish()
        return made.path


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _agree(found_s: float, ends_s: float) -> bool:
    """Tell whether playing ends where the file says, as the player judges it."""
    return abs(found_s - ends_s) <= END_TRUSTED_WITHIN_S


def _measured_s(video: Path, progress: Progress) -> float:
    """Return where the picture ends, by looking at every packet: for files that don't say."""
    ends_s = 0.0
    with opened(video) as source:
        for count, copied in enumerate(PictureCopy(video, source).packets()):
            ends_s = max(ends_s, copied.until_s)
            if count % _REPORT_PACKETS == 0:
                progress(0.0, 0.0)
    return ends_s


def _write(
    preview: Preview,
    original_start_s: float | None,
    ends_s: float,
    form: Form,
    made: NewFile,
    progress: Progress,
) -> float:
    """Write picture and sound by turns, from the start of the file, and return where the picture ends.

    Where that is not where the file says, the sound is left incomplete.
    """
    video, found_s = preview.video, 0.0
    blocks = mixed_blocks(
        video,
        original_start_s,
        preview.track,
        preview.mix,
        preview.speech,
        until_s=ends_s,
        rate_hz=RATE_HZ,
    )
    with opened(video) as source, ExitStack() as stack:
        copy = PictureCopy(video, source)
        target = stack.enter_context(_muxer(video, form, made, copy.movie_ticks))
        try:
            copy.add_to(target, form)
        except ValueError as error:
            raise not_copied(video, made.path) from error
        sound = SoundTrack(target)
        for copied in copy.packets():
            found_s = max(found_s, copied.until_s)
            while sound.until_s < copied.from_s and (block := next(blocks, None)) is not None:
                sound.write(block)
                progress(sound.until_s, ends_s)
            target.mux(copied.packet)
        for block in blocks if _agree(found_s, ends_s) else ():
            sound.write(block)
            progress(sound.until_s, ends_s)
        sound.finish()
    return found_s


@contextmanager
def _muxer(video: Path, form: Form, made: NewFile, movie_ticks: int) -> Iterator[OutputContainer]:
    """Open the new file for packets, as if nothing were in it.

    Raises:
        ExportError: The picture's stream does not go into this container.
    """
    made.stream.seek(0)
    made.stream.truncate()
    options = {"movie_timescale": str(movie_ticks)} if form.tags else {}
    target = av.open(made.stream, "w", format=form.muxer, container_options=options)
    try:
        yield target
        target.close()
    except FFmpegError as error:
        raise not_copied(video, made.path) from error
    finally:
        with suppress(FFmpegError, OSError):
            target.close()
