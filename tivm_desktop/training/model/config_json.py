"""Frozen dataclasses from JSON, strictly: nothing unknown, nothing missing, nothing of another type."""

import math
from dataclasses import MISSING, fields, is_dataclass
from types import NoneType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


class ConfigError(ValueError):
    """A config that can't be; the text says which field and why."""


def decode(kind: type[T], document: object, where: str) -> T:
    """Return the dataclass `kind` made of a JSON document.

    Args:
        kind: a dataclass of numbers, texts, literals, tuples and further dataclasses.
        document: what `json.loads` returned.
        where: how messages name the document.

    Raises:
        ConfigError: a field is missing without a default, unknown, or of another type.
    """
    if not isinstance(document, dict):
        raise ConfigError(f"{where} must be an object")
    hints, known = get_type_hints(kind), {field.name: field for field in fields(cast("Any", kind))}
    if unknown := set(document) - set(known):
        raise ConfigError(f"{where} has the unknown field {min(map(str, unknown))}")
    for name, field in known.items():
        if name not in document and field.default is MISSING and field.default_factory is MISSING:
            raise ConfigError(f"{where} lacks the field {name}")
    values = {name: _value(hints[name], value, f"{where}.{name}") for name, value in document.items()}
    return kind(**values)


def merged(document: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Return `document` with the fields of `changes`, objects within objects being merged likewise."""
    result = dict(document)
    for name, value in changes.items():
        old = result.get(name)
        result[name] = merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return result


def _value(hint: Any, value: object, where: str) -> object:  # noqa: ANN401
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        if value not in arguments:
            raise ConfigError(f"{where} must be one of {', '.join(map(str, arguments))}, not {value!r}")
        return value
    if origin is tuple:
        return _tuple(arguments, value, where)
    if is_dataclass(hint) and isinstance(hint, type):
        return decode(hint, value, where)
    return _plain(hint, value, where)


def _tuple(arguments: tuple[Any, ...], value: object, where: str) -> tuple[object, ...]:
    if not isinstance(value, list | tuple):
        raise ConfigError(f"{where} must be a list")
    hints = [arguments[0]] * len(value) if arguments[-1] is Ellipsis else list(arguments)
    if len(hints) != len(value):
        raise ConfigError(f"{where} must have {len(hints)} values, not {len(value)}")
    return tuple(
        _value(hint, one, f"{where}[{i}]") for i, (hint, one) in enumerate(zip(hints, value, strict=True))
    )


def _plain(hint: type, value: object, where: str) -> object:
    if hint is float and type(value) in (int, float):
        number = float(cast("float", value))
        if not math.isfinite(number):
            raise ConfigError(f"{where} must be finite")
        return number
    if type(value) is not hint:
        names = {
            bool: "true or false",
            int: "a whole number",
            float: "a number",
            str: "a text",
            NoneType: "null",
        }
        raise ConfigError(f"{where} must be {names.get(hint, hint.__name__)}, not {value!r}")
    return value
