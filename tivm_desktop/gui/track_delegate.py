"""How one ranked track is drawn: the fit first, then what it is, then why."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Hashable
from dataclasses import dataclass
from math import isnan

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.row_marks import draw_marks, room
from tivm_desktop.gui.row_pictures import RowPictures
from tivm_desktop.gui.row_places import FIT_LEFT, RIGHT, TOP, places, row_px
from tivm_desktop.gui.theme import Theme, Themes
from tivm_desktop.gui.track_model import AUDITIONED_ROLE, PIN_ROLE, SUGGESTION_ROLE
from tivm_desktop.gui.track_words import lacking_line, reasons_line
from tivm_desktop.gui.typography import font
from tivm_desktop.gui.wording import length, tempo

_PIN_PX = 18
_LEAST_TITLE = 10
"""Letters of a title that there is to be room for before its tempo is said."""


class TrackDelegate(QStyledItemDelegate):
    """Draws a whole row from its suggestion; every row is as high as two lines need."""

    def __init__(self, themes: Themes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._rows = RowPictures()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the fixed height."""
        del index
        return QSize(option.rect.width(), row_px())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, fit, title line and why, at the same places whether or not there is a scroll bar."""
        suggestion = index.data(SUGGESTION_ROLE)
        if not isinstance(suggestion, Suggestion):
            return
        row = QRect(option.rect)
        view = self.parent()
        if isinstance(view, QWidget):
            row.setWidth(view.width())
        theme = self._themes.current
        ground = _ground_of(option)
        auditioned = bool(index.data(AUDITIONED_ROLE))
        pinned_as = str(index.data(PIN_ROLE) or "")

        def whole(own: QPainter, place: QRect) -> None:
            own.setRenderHint(QPainter.RenderHint.Antialiasing)
            _ground(own, place, theme, ground, auditioned=auditioned)
            _fit(own, place, theme, suggestion.fit, auditioned=auditioned)
            _pin(own, place, theme, pinned_as)
            _title(own, place, theme, suggestion, auditioned=auditioned, pinned=bool(pinned_as))
            _why(own, place, theme, suggestion, room(suggestion.marks, hovered=ground.pointed))
            draw_marks(own, place, theme, suggestion.marks, hovered=ground.pointed)

        look = (theme, QGuiApplication.font().key(), ground, auditioned, pinned_as, *_words(suggestion))
        self._rows.draw(painter, row, look, whole)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the view says of a row."""

    hovered: bool
    pointed: bool
    framed: bool


def _ground_of(option: QStyleOptionViewItem) -> _Ground:
    state = option.state
    by_keyboard = state & QStyle.StateFlag.State_KeyboardFocusChange
    return _Ground(
        hovered=bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)),
        pointed=bool(state & QStyle.StateFlag.State_MouseOver),
        framed=bool(state & QStyle.StateFlag.State_HasFocus and by_keyboard),
    )


def _words(shown: Suggestion) -> tuple[Hashable, ...]:
    fit = None if isnan(shown.fit) else shown.fit
    marks = shown.marks
    return (
        *(shown.title, shown.artist, shown.duration_s, fit, shown.tempo_bpm, shown.why, shown.placed),
        *(shown.depth, marks.favourite, marks.rating, marks.never),
    )


def _ground(painter: QPainter, row: QRect, theme: Theme, ground: _Ground, *, auditioned: bool) -> None:
    if auditioned:
        painter.fillRect(row, QColor(theme.selected))
    elif ground.hovered:
        painter.fillRect(row, QColor(theme.hover))
    painter.fillRect(row.left() + FIT_LEFT, row.bottom(), row.width() - FIT_LEFT, 1, QColor(theme.line))
    if auditioned:
        painter.fillRect(row.left(), row.top(), 3, row.height(), QColor(theme.accent))
    if ground.framed:
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5))


def _fit(painter: QPainter, row: QRect, theme: Theme, fit: float, *, auditioned: bool) -> None:
    left, at = row.left() + FIT_LEFT, places()
    if isnan(fit):
        place = QRect(left, row.top() + TOP, at.fit_width, at.line)
        _text(painter, place, "–", font("number"), theme.text_faint, Qt.AlignmentFlag.AlignLeft)
        return
    _text(
        painter,
        QRect(left, row.top() + TOP, at.fit_width, at.number),
        f"{fit:.0f}",
        font("number"),
        theme.accent if auditioned else theme.text,
        Qt.AlignmentFlag.AlignLeft,
    )
    bar = QRectF(left, row.top() + at.row - 19, at.fit_width, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.track_off))
    painter.drawRoundedRect(bar, 2, 2)
    bar.setWidth(max(4.0, at.fit_width * min(max(fit, 0.0), 100.0) / 100))
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(bar, 2, 2)


def _pin(painter: QPainter, row: QRect, theme: Theme, letter: str) -> None:
    if not letter:
        return
    at = places()
    mark = QRect(row.left() + at.text_left, row.top() + TOP + (at.line - _PIN_PX) // 2, _PIN_PX, _PIN_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(mark, 4, 4)
    _text(painter, mark, letter, font("caption"), theme.accent_text, Qt.AlignmentFlag.AlignHCenter)


def _title(
    painter: QPainter, row: QRect, theme: Theme, shown: Suggestion, *, auditioned: bool, pinned: bool
) -> None:
    at = places()
    left = row.left() + at.text_left + (_PIN_PX + 8 if pinned else 0)
    right = row.right() - RIGHT
    line = QRect(0, row.top() + TOP, 0, at.line)
    end = Qt.AlignmentFlag.AlignRight
    line.setLeft(right - at.length_width)
    line.setWidth(at.length_width)
    if shown.duration_s > 0:
        _text(painter, line, length(shown.duration_s), font("body"), theme.text_dim, end)
    strong = font("strong")
    least_px = QFontMetrics(strong).averageCharWidth() * _LEAST_TITLE
    if line.left() - at.tempo_width - left >= least_px:
        line.moveLeft(line.left() - at.tempo_width)
        line.setWidth(at.tempo_width - 12)
        _tempo(painter, line, theme, shown.tempo_bpm)
    room = line.left() - left - 8
    title = QFontMetrics(strong).elidedText(shown.title, Qt.TextElideMode.ElideRight, room)
    begin = Qt.AlignmentFlag.AlignLeft
    colour = theme.accent if auditioned else theme.text_faint if shown.marks.never else theme.text
    _text(painter, QRect(left, line.top(), room, at.line), title, strong, colour, begin)
    used = QFontMetrics(strong).horizontalAdvance(title) + 10
    if shown.artist and room - used > 40:
        artist = QFontMetrics(font("body")).elidedText(shown.artist, Qt.TextElideMode.ElideRight, room - used)
        place = QRect(left + used, line.top(), room - used, at.line)
        _text(painter, place, artist, font("body"), theme.text_faint, begin)


def _tempo(painter: QPainter, place: QRect, theme: Theme, tempo_bpm: float) -> None:
    if tempo_bpm <= 0:
        return
    end = Qt.AlignmentFlag.AlignRight
    unit = QFontMetrics(font("caption")).horizontalAdvance(" bpm")
    _text(painter, place, " bpm", font("caption"), theme.text_faint, end)
    _text(painter, place.adjusted(0, 0, -unit - 1, 0), tempo(tempo_bpm), font("body"), theme.text_dim, end)


def _why(painter: QPainter, row: QRect, theme: Theme, shown: Suggestion, marks_px: int) -> None:
    at = places()
    left = row.left() + at.text_left
    room_px = row.right() - RIGHT - left - marks_px
    small = font("body")
    said = reasons_line(shown)
    text = QFontMetrics(small).elidedText(said or lacking_line(shown), Qt.TextElideMode.ElideRight, room_px)
    place = QRect(left, row.top() + at.why_top, room_px, at.line)
    colour = theme.text_dim if said else theme.text_faint
    _text(painter, place, text, small, colour, Qt.AlignmentFlag.AlignLeft)


def _text(
    painter: QPainter, place: QRect, text: str, face: QFont, colour: str, align: Qt.AlignmentFlag
) -> None:
    painter.setFont(face)
    painter.setPen(QColor(colour))
    painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
