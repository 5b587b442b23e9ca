"""How times, tempi and counts are written in the window."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QDate, QLocale

from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.language import locale, tr


def time_code(time_s: float) -> str:
    """Write seconds as mm:ss.ff, ff being hundredths: 72.5 -> 01:12.50. Never below zero."""
    hundredths = max(0, round(time_s * 100))
    return f"{hundredths // 6000:02d}:{hundredths // 100 % 60:02d}.{hundredths % 100:02d}"


def length(duration_s: float) -> str:
    """Write a length as m:ss, or h:mm:ss from an hour on."""
    seconds = max(0, round(duration_s))
    if seconds >= 3600:
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{seconds // 60}:{seconds % 60:02d}"


def tempo(bpm: float) -> str:
    """Write a tempo in whole beats a minute; nothing where no pulse was found."""
    return f"{bpm:.0f}" if bpm > 0 else ""


def number(value: float, decimals: int = 0) -> str:
    """Write a number as the language does, 2,000 is 2.000 in German, below zero with a true minus."""
    rounded = round(float(value), decimals) + 0.0
    return locale().toString(rounded, "f", decimals).replace("-", "−")


def signed(value: float, decimals: int = 0) -> str:
    """Write a number with its sign: +1.5, −1.5, +0."""
    sign = "+" if round(float(value), decimals) >= 0 else ""
    return sign + number(value, decimals)


def counted(count: int, one: str, many: str, **values: str) -> str:
    """Write a sentence that counts something: 1 track, 2,000 tracks.

    `counted(count, tr("{count} track in {where}"), tr("{count} tracks in {where}"), where=folder)`.

    Args:
        count: how many.
        one: the sentence for one, which is also French for none.
        many: the sentence for any other number.
        values: what else is named in the sentence.
    """
    none_is_one = locale().language() == QLocale.Language.French
    sentence = one if count == 1 or (count == 0 and none_is_one) else many
    return sentence.format(count=number(count), **values)


def size(size_bytes: int) -> str:
    """Write a size on the disk: 1.2 GB, which is 1,2 Go in French."""
    written = locale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    return written.replace("bytes", "B")


def day(date: dt.date, *, with_year: bool = True) -> str:
    """Write a day: 23 November 2026, or without its year 23 Nov."""
    whole = tr("d MMMM yyyy", "a day in the letters of QLocale")
    short = tr("d MMM", "a day of this year in the letters of QLocale")
    return locale().toString(QDate(date.year, date.month, date.day), whole if with_year else short)


def fault(error: Exception) -> str:
    """Say that the program itself is at fault, for what nobody foresaw."""
    return tr("Something went wrong inside TIVM Desktop: {error}").format(error=error)


def span(chosen: VideoRange) -> str:
    """Write a range as its two points: 0:12–0:25."""
    return f"{length(chosen.start_s)}–{length(chosen.end_s)}"


def entry(placement_s: float, chosen: VideoRange | None = None) -> str:
    """Say where a track enters under the video, or where it is as the range begins.

    Args:
        placement_s: its second that sounds at the video's second 0.
        chosen: the range that it is heard under, if not the whole.
    """
    begins_s = 0.0 if chosen is None else chosen.start_s
    from_s = placement_s + begins_s
    if from_s < -0.05:
        return tr("enters {time} into the video").format(time=length(-placement_s))
    if begins_s > 0:
        return tr("at {time} where the range begins").format(time=length(from_s))
    if from_s > 0.05:
        return tr("enters at {time} of the track").format(time=length(from_s))
    return tr("enters at its beginning")


def short_folder(folder: Path) -> str:
    """Write a folder with the home directory as ~."""
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
