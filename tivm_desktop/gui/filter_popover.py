"""What opens under the filter button: everything that a library can be narrowed down by."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from tivm_desktop.domain.finding import Query
from tivm_desktop.domain.marks import RATINGS
from tivm_desktop.gui.choice_box import ChoiceBox
from tivm_desktop.gui.controls import label, push_button
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.marks_words import tags_of
from tivm_desktop.gui.mood_words import HIGH, KEYS, LOW, MIDDLE, key_name, mood
from tivm_desktop.gui.popover import Popover
from tivm_desktop.gui.query_words import rating_text, vocals_text
from tivm_desktop.gui.span_fields import SpanFields
from tivm_desktop.gui.typography import font
from tivm_desktop.gui.wording import short_folder

_WIDTH = 372


class FilterPopover(Popover):
    """Shows a query and asks for others; decides nothing."""

    chosen = Signal(object)
    """`Query`"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Filters"), _WIDTH)
        self._query = Query()
        self._grid = QGridLayout(self.ground)
        self._grid.setContentsMargins(18, 14, 18, 14)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._spans: dict[str, SpanFields] = {}
        self._choices: dict[str, QComboBox] = {}
        self._add_span("length_s", tr("Length"), 0, 4 * 3600, 30, "")
        self._add_span("tempo_bpm", tr("Tempo"), 30, 250, 5, "bpm")
        keys = [(tonic, mode) for mode, names in KEYS.items() for tonic in range(len(names))]
        self._add_choice("keys", tr("Key"), [(key_name(*key), frozenset({key})) for key in keys], frozenset())
        for axis, says in (("energy", tr("Energy")), ("valence", tr("Mood")), ("tension", tr("Tension"))):
            parts = [(mood(axis, span), span) for span in (LOW, MIDDLE, HIGH)]
            self._add_choice(axis, says, parts, None)
        sung = [(vocals_text(sung=sung), sung) for sung in (False, True)]
        self._add_choice("vocals", tr("Vocals"), sung, None)
        self._add_span("loudness_lufs", tr("Loudness"), -60, 0, 1, "LUFS")
        ratings = [(rating_text(least), least) for least in RATINGS if least]
        self._add_choice("least_rating", tr("Rating"), ratings, 0)
        self._tags = QLineEdit()
        self._tags.setPlaceholderText(tr("wedding, rain", "examples of tags of one's own"))
        self._tags.setAccessibleName(tr("Tags of your own, with commas between them"))
        self._tags.editingFinished.connect(self._ask_tags)
        self._add(tr("Your tags"), self._tags)
        self._add_choice("folder", tr("Folder"), [], "")
        self._favourite = self._check(tr("Favourites only"), "favourite")
        self._never = self._check(tr("Show what is never suggested, too"), "never")
        self._clear = push_button(tr("Clear all filters"), tr("Clear all filters"), "quiet")
        self._clear.clicked.connect(lambda: self._ask(Query(text=self._query.text)))
        self._grid.addWidget(self._clear, self._grid.rowCount(), 0, 1, 2)

    def show_query(self, query: Query) -> None:
        """Show what is asked for."""
        self._query = query
        for name, fields in self._spans.items():
            fields.show_span(getattr(query, name))
        for name, choice in self._choices.items():
            choice.setCurrentIndex(max(_index_of(choice, getattr(query, name)), 0))
        self._favourite.setChecked(query.favourite)
        self._never.setChecked(query.never)
        self._tags.setText(", ".join(sorted(query.tags)))
        self._clear.setEnabled(query != Query(text=query.text))

    def offer_folders(self, folders: Sequence[Path]) -> None:
        """Offer these folders to look in."""
        self._fill(self._choices["folder"], [(short_folder(one), str(one)) for one in folders], "")
        self.show_query(self._query)

    def first_control(self) -> QWidget | None:
        """Begin with the first field."""
        return self._spans["length_s"]

    def _add(self, says: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        caption = label(says, "body", "dim")
        caption.setBuddy(field)
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(field, row, 1)

    def _add_span(self, name: str, says: str, least: int, most: int, step: int, unit: str) -> None:
        fields = self._spans[name] = SpanFields(says, least, most, step, unit)
        fields.chosen.connect(lambda span: self._ask(replace(self._query, **{name: span})))
        self._add(says, fields)

    def _add_choice(self, name: str, says: str, offers: Sequence[tuple[str, object]], none: object) -> None:
        choice = self._choices[name] = ChoiceBox()
        choice.setFont(font("body"))
        choice.setAccessibleName(says)
        choice.view().setAccessibleName(says)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fill(choice, offers, none)
        choice.activated.connect(partial(self._ask_choice, name, choice))
        self._add(says, choice)

    def _fill(self, choice: QComboBox, offers: Sequence[tuple[str, object]], none: object) -> None:
        choice.clear()
        for text, value in [(tr("any", "a choice that filters nothing"), none), *offers]:
            choice.addItem(text)
            choice.setItemData(choice.count() - 1, _Held(value))

    def _check(self, says: str, name: str) -> QCheckBox:
        made = QCheckBox(says)
        made.setFont(font("body"))
        made.setAccessibleName(says)
        made.clicked.connect(lambda on: self._ask(replace(self._query, **{name: on})))
        self._grid.addWidget(made, self._grid.rowCount(), 0, 1, 2)
        return made

    def _ask_choice(self, name: str, choice: QComboBox, index: int) -> None:
        held = choice.itemData(index)
        if isinstance(held, _Held):
            self._ask(replace(self._query, **{name: held.value}))

    def _ask_tags(self) -> None:
        tags = frozenset(tags_of(self._tags.text()))
        if tags != self._query.tags:
            self._ask(replace(self._query, tags=tags))

    def _ask(self, query: Query) -> None:
        self.chosen.emit(query)


class _Held:
    """Keeps a value as it is where Qt would make another of it."""

    def __init__(self, value: Any) -> None:  # noqa: ANN401
        self.value = value


def _index_of(choice: QComboBox, value: object) -> int:
    for index in range(choice.count()):
        held = choice.itemData(index)
        if isinstance(held, _Held) and held.value == value:
            return index
    return -1
