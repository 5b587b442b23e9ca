"""Times as people write them."""


def timecode(time_s: float) -> str:
    """Return the second begun as m:ss, or h:mm:ss from an hour on; negative with a minus."""
    return _written(abs(int(time_s)), negative=time_s <= -1)


def exact_timecode(time_s: float) -> str:
    """Return m:ss or h:mm:ss with hundredths where there are any: 0:52.20."""
    hundredths = round(abs(time_s) * 100)
    fraction = f".{hundredths % 100:02d}" if hundredths % 100 else ""
    return _written(hundredths // 100, negative=time_s < 0 < hundredths) + fraction


def _written(seconds: int, *, negative: bool) -> str:
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"
    return f"-{text}" if negative else text
