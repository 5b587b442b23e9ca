"""Which container a copied video stream goes into, with AAC beside it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Form:
    """A container."""

    suffix: str
    """With its dot."""
    muxer: str
    """FFmpeg's name."""
    tags: bool
    """Whether it names codecs by four characters, as QuickTime does."""


MP4 = Form(".mp4", "mp4", tags=True)
MOV = Form(".mov", "mov", tags=True)
MKV = Form(".mkv", "matroska", tags=False)

_FORMS = {form.suffix: form for form in (MP4, MOV, MKV)}
_VIDEO_SUFFIXES = {*_FORMS, ".m4v", ".webm", ".avi", ".mpg", ".ts", ".mxf", ".wmv", ".ogv"}
_IN_MP4 = {"h264", "hevc", "av1", "vp9", "mpeg4", "mpeg2video", "mpeg1video", "vvc"}
_IN_MOV = {"prores", "dnxhd", "mjpeg", "cfhd", "rawvideo", "v210", "dvvideo", "qtrle", "png", "hap"}
_MOV_TOO = {"h264", "hevc", "mpeg4", "mpeg2video"}
_APPLE_TAGS = {"hevc": "hvc1"}
"""Without these tags, players on Apple's systems and some editors show no picture."""


def forms_for(codec: str) -> tuple[Form, ...]:
    """Return the containers that a codec can be copied into, the usual one first.

    MP4 takes what is delivered (H.264, HEVC, AV1, VP9, MPEG), MOV what is edited (ProRes, DNxHD, Motion JPEG
    and others), Matroska everything, and what neither of these takes (VP8, Theora, FFV1).

    Args:
        codec: FFmpeg's name.
    """
    if codec in _IN_MP4:
        return (MP4, MOV, MKV) if codec in _MOV_TOO else (MP4, MKV)
    return (MOV, MKV) if codec in _IN_MOV else (MKV,)


def named_for(into: Path, codec: str) -> tuple[Path, Form]:
    """Return a file's name with a suffix whose container takes the codec, and that container."""
    form = _FORMS.get(into.suffix.lower())
    if form is not None and form in forms_for(codec):
        return into, form
    usual = forms_for(codec)[0]
    stem = into.stem if into.suffix.lower() in _VIDEO_SUFFIXES else into.name
    return into.with_name(stem + usual.suffix), usual


def tag_for(form: Form, codec: str, source_tag: str, *, source_has_tags: bool) -> str | None:
    """Return the four characters by which a container names the copied stream; None lets the muxer choose.

    The source's own are kept where it is of the same family, since they tell ProRes' flavours apart.
    """
    if not form.tags:
        return None
    return _APPLE_TAGS.get(codec) or (source_tag if source_has_tags and source_tag.strip() else None)
