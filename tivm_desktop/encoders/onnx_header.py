"""What an ONNX file says of itself: its inputs, its outputs, and whether its weights lie elsewhere.

Read straight from the protocol-buffer bytes (field numbers of `onnx.proto`), so that a pack is checked in
milliseconds and before any of its files reaches the runtime.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tivm_desktop.encoders.protobuf import WireError, fields

Shape = tuple[int | str, ...]

MOST_FIELDS = 1_000_000
"""How many fields are looked at: a second of reading, and sixty times what the networks made here hold."""

_TYPES = {1: "float32", 2: "uint8", 3: "int8", 6: "int32", 7: "int64", 10: "float16", 11: "float64"}
_EXTERNAL = 1
_TENSOR, _DENOTATION = 1, 6
_EMPTY = memoryview(b"")
_TWICE = "what may be there once is there twice"

_WITHIN = {
    "model": {7: "graph", 20: "training", 25: "function"},
    "training": {1: "graph", 2: "graph"},
    "function": {7: "node", 11: "attribute"},
    "graph": {1: "node", 5: "tensor", 15: "sparse"},
    "node": {5: "attribute"},
    "attribute": {5: "tensor", 6: "graph", 10: "tensor", 11: "graph", 22: "sparse", 23: "sparse"},
    "sparse": {1: "tensor", 2: "tensor"},
}
"""Where tensors can be: by kind of message, the fields that lead on and the kind they hold."""


@dataclass(frozen=True, slots=True)
class Port:
    """One input or output of a graph; named dimensions are free."""

    name: str
    dtype: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class OnnxHeader:
    """Inputs, outputs and whether any tensor is kept outside the file."""

    inputs: tuple[Port, ...]
    outputs: tuple[Port, ...]
    external_data: bool


def read_onnx_header(model: bytes) -> OnnxHeader:
    """Read the header of an ONNX model.

    Raises:
        WireError: the bytes are not an ONNX model, or one of more than `MOST_FIELDS`.
    """
    return _Reader().header(memoryview(model))


class _Reader:
    """Reads one model, however deep its graphs lie in each other, and not for ever."""

    def __init__(self) -> None:
        self._left = MOST_FIELDS

    def header(self, model: memoryview) -> OnnxHeader:
        graph = self._only(model, 7)
        if graph is None:
            raise WireError("it holds no graph")
        initialised: set[str] = set()
        inputs: list[Port] = []
        outputs: list[Port] = []
        for number, value in self._fields(graph):
            if not isinstance(value, memoryview):
                continue
            if number == 5:
                initialised.add(_text(self._only(value, 8)))
            elif number == 11:
                inputs.append(self._port(value))
            elif number == 12:
                outputs.append(self._port(value))
        return OnnxHeader(
            inputs=tuple(port for port in inputs if port.name not in initialised),
            outputs=tuple(outputs),
            external_data=any(map(self._is_external, self._tensors(model))),
        )

    def _tensors(self, model: memoryview) -> Iterator[memoryview]:
        """Yield every tensor of the model, those of subgraphs, functions and training too."""
        waiting = [("model", model)]
        while waiting:
            kind, message = waiting.pop()
            if kind == "tensor":
                yield message
                continue
            for number, value in self._fields(message):
                if number in _WITHIN[kind] and isinstance(value, memoryview):
                    waiting.append((_WITHIN[kind][number], value))

    def _is_external(self, tensor: memoryview) -> bool:
        return any(
            number == 13 or (number == 14 and value == _EXTERNAL) for number, value in self._fields(tensor)
        )

    def _port(self, value_info: memoryview) -> Port:
        name = _text(self._only(value_info, 1))
        kinds = [
            (number, value)
            for number, value in self._fields(self._only(value_info, 2) or _EMPTY)
            if number != _DENOTATION
        ]
        if len(kinds) != 1 or kinds[0][0] != _TENSOR or not isinstance(kinds[0][1], memoryview):
            raise WireError(f"{name[:80]!r} is no tensor")
        tensor_type = kinds[0][1]
        elements = [value for number, value in self._fields(tensor_type) if number == 1]
        shape = self._only(tensor_type, 2)
        if shape is None:
            raise WireError(f"{name[:80]!r} says no shape")
        dimensions = tuple(self._dimension(dimension) for dimension in self._all(shape, 1))
        element = elements[0] if len(elements) == 1 else None
        return Port(name, _TYPES.get(element, "other") if isinstance(element, int) else "other", dimensions)

    def _dimension(self, message: memoryview) -> int | str:
        said = [value for number, value in self._fields(message) if number in (1, 2)]
        if len(said) > 1:
            raise WireError(_TWICE)
        if not said:
            return "?"
        return _text(said[0]) if isinstance(said[0], memoryview) else said[0]

    def _only(self, message: memoryview, wanted: int) -> memoryview | None:
        """Return what may be there once; readers merge it, or take the last, where it is there twice."""
        found = self._all(message, wanted)
        if len(found) > 1:
            raise WireError(_TWICE)
        return found[0] if found else None

    def _all(self, message: memoryview, wanted: int) -> list[memoryview]:
        return [
            value
            for number, value in self._fields(message)
            if number == wanted and isinstance(value, memoryview)
        ]

    def _fields(self, message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
        for each in fields(message):
            self._left -= 1
            if self._left < 0:
                raise WireError(f"it holds more than {MOST_FIELDS} fields")
            yield each


def _text(value: memoryview | None) -> str:
    return "" if value is None else bytes(value).decode("utf-8", "replace")
