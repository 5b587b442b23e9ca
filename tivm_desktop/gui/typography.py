"""Type: five sizes over the desktop's own, tabular figures wherever numbers change or stand in columns."""

from typing import Literal

from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QGuiApplication

Role = Literal["caption", "body", "strong", "title", "timecode", "number", "display"]

_FAMILIES = ("Inter", "SF Pro Text", "Segoe UI Variable Text", "Segoe UI", "Cantarell", "Noto Sans")
_LEAST_BODY_PX = 13
_ROLES: dict[Role, tuple[int, QFont.Weight]] = {
    "caption": (-2, QFont.Weight.Normal),
    "body": (0, QFont.Weight.Normal),
    "strong": (0, QFont.Weight.DemiBold),
    "title": (1, QFont.Weight.DemiBold),
    "timecode": (1, QFont.Weight.Medium),
    "number": (4, QFont.Weight.DemiBold),
    "display": (11, QFont.Weight.DemiBold),
}


def font(role: Role) -> QFont:
    """Return the font of `role`, sized from the application's base font in pixels."""
    step, weight = _ROLES[role]
    result = QFont(QGuiApplication.font())
    result.setPixelSize(_base_px() + step)
    result.setWeight(weight)
    result.setFeature(QFont.Tag("tnum"), 1)
    if role == "display":
        result.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
    return result


def line_px(role: Role, least: int = 0) -> int:
    """Return how high a line of text is in pixels, no less than `least`."""
    return max(QFontMetrics(font(role)).height(), least)


def width_px(role: Role, text: str) -> int:
    """Return how wide a text is in pixels."""
    return QFontMetrics(font(role)).horizontalAdvance(text)


def install_fonts() -> None:
    """Make the first family the system has of a short list the application's font, at the body size."""
    system = QGuiApplication.font()
    system.setFamilies([*_FAMILIES, system.family()])
    system.setPixelSize(max(_LEAST_BODY_PX, QFontInfo(system).pixelSize()))
    QGuiApplication.setFont(system)


def _base_px() -> int:
    size = QGuiApplication.font().pixelSize()
    return size if size > 0 else max(_LEAST_BODY_PX, QFontInfo(QGuiApplication.font()).pixelSize())
