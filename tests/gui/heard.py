"""The window as a screen reader has it: the tree of QAccessible's interfaces, which all bridges read."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_ROLE = QAccessible.Role
OPERATED = {
    *(_ROLE.Button, _ROLE.ButtonMenu, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.ComboBox, _ROLE.SpinBox),
    *(
        _ROLE.Slider,
        _ROLE.EditableText,
        _ROLE.List,
        _ROLE.ListItem,
        _ROLE.PopupMenu,
        _ROLE.MenuItem,
        _ROLE.Link,
    ),
}
"""Roles of what something is done with."""


@dataclass(frozen=True)
class Heard:
    """One node of the tree."""

    role: QAccessible.Role
    name: str
    description: str
    value: str
    disabled: bool
    checkable: bool
    actions: tuple[str, ...]
    widget: QWidget | None
    inside: tuple["Heard", ...]

    def all(self) -> Iterator["Heard"]:
        """This node and all below it, in the order in which they are read."""
        yield self
        for one in self.inside:
            yield from one.all()

    def operated(self) -> list["Heard"]:
        """What something is done with."""
        return [one for one in self.all() if one.role in OPERATED]


def hear(window: QWidget) -> Heard:
    """Return what of a window can be heard at the moment; what is hidden is left out."""
    return _hear(QAccessible.queryAccessibleInterface(window))


def _name(one: QAccessibleInterface) -> str:
    """A box of choices is called by its label: on Linux Qt gives its choice as its name."""
    if one.role() is not _ROLE.ComboBox:
        return one.text(QAccessible.Text.Name)
    found = one.relations(QAccessible.RelationFlag.Label)
    return " ".join(label.text(QAccessible.Text.Name) for label, _ in found)


def _hear(one: QAccessibleInterface) -> Heard:
    text, state = QAccessible.Text, one.state()
    acts: QAccessibleActionInterface | None = one.actionInterface()
    children = (one.child(place) for place in range(one.childCount()))
    found = one.object()
    return Heard(
        role=one.role(),
        name=_name(one),
        description=one.text(text.Description),
        value=one.text(text.Value),
        disabled=bool(state.disabled),
        checkable=bool(state.checkable),
        actions=tuple(acts.actionNames()) if acts is not None else (),
        widget=found if isinstance(found, QWidget) else None,
        inside=tuple(_hear(child) for child in children if not child.state().invisible),
    )
