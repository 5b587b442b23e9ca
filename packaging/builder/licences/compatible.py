"""Whether everything shipped may be one work under the GPL, version 3 or later (docs/adr/0122)."""

import re
from collections.abc import Iterable, Iterator

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from .part import Part

# By the Free Software Foundation's list; "-or-later" of the GPL reaches version 3, "GPL-2.0-only" does not.
_COMPATIBLE = frozenset(
    """
    0BSD Apache-2.0 BSD-1-Clause BSD-2-Clause BSD-2-Clause-Patent BSD-3-Clause BSD-3-Clause-Clear BSD-3-Clause-Open-MPI
    BSD-4-Clause-UC BSL-1.0 CC-BY-4.0 CC0-1.0 FSFAP FSFUL FSFULLR FTL GPL-1.0-or-later GPL-2.0-or-later GPL-3.0-only
    GPL-3.0-or-later HPND HPND-sell-variant ICU IJG ISC LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1-only LGPL-2.1-or-later
    LGPL-3.0-only LGPL-3.0-or-later MIT MIT-0 MIT-CMU MIT-open-group MPL-2.0 NCSA PSF-2.0 Python-2.0 Python-2.0.1 SMLNJ
    Unicode-3.0 Unicode-DFS-2016 Unlicense W3C X11 X11-distribute-modifications-variant ZPL-2.1 Zlib blessing bzip2-1.0.6
    libpng-2.0 libpng zlib-acknowledgement
    """.split()
)
# Not compatible, and passed on beside the program, not as part of it: each is argued for in the decision.
_BESIDE = frozenset({"LicenseRef-Microsoft-VC-Runtime"})

_ENABLED = re.compile(r"--enable-([a-z0-9_-]+)")
_CONFIGURATION = re.compile(rb"--(?:enable|disable|prefix)[ -~]{80,}")
# What FFmpeg may be linked with. A name that is not here has to be looked at by a person first: FFmpeg's own statement
# of its licence can't be relied on, since the wheels' recipe changes what it is made from.
_FFMPEG_MAY = frozenset(
    """
    shared static version3 gpl zlib bzlib iconv lzma pthreads w32threads alsa gnutls schannel securetransport gmp
    libdav1d libmp3lame libopencore-amrnb libopencore-amrwb libopus libsvtav1 libvmaf libvpx libwebp libx264 libx265 libxcb libpng libvpl
    libvorbis libtheora libspeex libtwolame libfreetype libass libaom libopenh264 libopenjpeg libxml2 libbluray
    nvenc nvdec ffnvcodec cuvid amf vaapi vdpau vulkan videotoolbox audiotoolbox avfoundation mediafoundation d3d11va
    dxva2 cross-compile pic optimizations runtime-cpudetect neon asm
    """.split()
)


class IncompatibleError(RuntimeError):
    """Something shipped must not be passed on together with a program under the GPL, version 3 or later."""


def check(parts: Iterable[Part]) -> None:
    """Look at every part's licence.

    Raises:
        IncompatibleError: one or more don't go with GPL-3.0-or-later, or are no SPDX expressions; all are named.
    """
    faults = []
    for part in parts:
        try:
            if not compatible(part.licence):
                faults.append(f"{part.name}: {part.licence}")
        except InvalidLicenseExpression as error:
            faults.append(f"{part.name}: {error}")
    if faults:
        raise IncompatibleError("These don't go with GPL-3.0-or-later (docs/adr/0122): " + "; ".join(faults))


def compatible(expression: str) -> bool:
    """Return whether a work under the SPDX `expression` may be part of one under GPL-3.0-or-later.

    Raises:
        InvalidLicenseExpression: SPDX has no such name, or it is no expression.
    """
    words = re.findall(r"[()]|[^\s()]+", canonicalize_license_expression(expression))
    words.reverse()
    return _either(words)


def _either(words: list[str]) -> bool:
    good = _all(words)
    while words and words[-1] == "OR":
        words.pop()
        good = _all(words) or good
    return good


def _all(words: list[str]) -> bool:
    good = _one(words)
    while words and words[-1] == "AND":
        words.pop()
        good = _one(words) and good
    return good


def _one(words: list[str]) -> bool:
    word = words.pop()
    if word == "(":
        good = _either(words)
        words.pop()
        return good
    if words and words[-1] == "WITH":
        del words[-2:]  # an exception only permits more
    return word in _COMPATIBLE or word in _BESIDE


def check_ffmpeg(library: str, data: bytes) -> None:
    """Look at how the FFmpeg in `library` was configured, which its `data` say.

    Raises:
        IncompatibleError: it may not be passed on, contains something that nobody has looked at, or doesn't say.
    """
    told = max((match.decode() for match in _CONFIGURATION.findall(data)), key=len, default="")
    if not told:
        raise IncompatibleError(f"{library} doesn't say how it was configured: its licence can't be told.")
    faults = sorted(_faults(told))
    if faults:
        raise IncompatibleError(f"{library} was configured with {', '.join(faults)}: see docs/adr/0122.")


def _faults(configuration: str) -> Iterator[str]:
    enabled = set(_ENABLED.findall(configuration))
    yield from (f"--enable-{name}" for name in enabled if name not in _FFMPEG_MAY and not name.startswith("encoder"))
    if not enabled & {"version3", "gpl"}:
        yield "neither --enable-version3 nor --enable-gpl"
