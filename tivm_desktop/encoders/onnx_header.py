"""What an ONNX file says of itself: its inputs, its outputs, and whether its weights lie elsewhere.

Read straight from the protocol-buffer bytes (field numbers of `onnx.proto`), so that a pack is checked in
milliseconds and before any of its files reaches the runtime.
"""

from dataclasses import dataclass

from tivm_desktop.encoders.protobuf import WireError, fields

Shape = tuple[int | str, ...]

_TYPES = {1: "float32", 2: "uint8", 3: "int8", 6: "int32", 7: "int64", 10: "float16", 11: "float64"}
_EXTERNAL = 1


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
        WireError: the bytes are not an ONNX model.
    """
    graph = _first(memoryview(model), 7)
    if graph is None:
        raise WireError("it holds no graph")
    initialised: set[str] = set()
    inputs: list[Port] = []
    outputs: list[Port] = []
    for number, value in fields(graph):
        if not isinstance(value, memoryview):
            continue
        if number == 5:
            initialised.add(_text(_first(value, 8)))
        elif number == 11:
            inputs.append(_port(value))
        elif number == 12:
            outputs.append(_port(value))
    return OnnxHeader(
        inputs=tuple(port for port in inputs if port.name not in initialised),
        outputs=tuple(outputs),
        external_data=_graph_is_external(graph),
    )


def _graph_is_external(graph: memoryview) -> bool:
    for number, value in fields(graph):
        if not isinstance(value, memoryview):
            continue
        if number == 5 and _tensor_is_external(value):
            return True
        if number == 15 and any(_tensor_is_external(tensor) for tensor in _all(value, 1, 2)):
            return True
        if number == 1 and any(_attribute_is_external(attribute) for attribute in _all(value, 5)):
            return True
    return False


def _attribute_is_external(attribute: memoryview) -> bool:
    tensors = (
        *_all(attribute, 5, 10),
        *(t for sparse in _all(attribute, 22, 23) for t in _all(sparse, 1, 2)),
    )
    return any(map(_tensor_is_external, tensors)) or any(map(_graph_is_external, _all(attribute, 6, 11)))


def _tensor_is_external(tensor: memoryview) -> bool:
    return any(number == 13 or (number == 14 and value == _EXTERNAL) for number, value in fields(tensor))


def _port(value_info: memoryview) -> Port:
    name = _text(_first(value_info, 1))
    tensor_type = _first(_first(value_info, 2) or memoryview(b""), 1) or memoryview(b"")
    element = next((value for number, value in fields(tensor_type) if number == 1), 0)
    shape = _first(tensor_type, 2) or memoryview(b"")
    dimensions = tuple(_dimension(dimension) for dimension in _all(shape, 1))
    return Port(name, _TYPES.get(element, "other") if isinstance(element, int) else "other", dimensions)


def _dimension(message: memoryview) -> int | str:
    for number, value in fields(message):
        if number == 1 and isinstance(value, int):
            return value
        if number == 2 and isinstance(value, memoryview):
            return _text(value)
    return "?"


def _all(message: memoryview, *numbers: int) -> list[memoryview]:
    return [value for number, value in fields(message) if number in numbers and isinstance(value, memoryview)]


def _first(message: memoryview, number: int) -> memoryview | None:
    return next(iter(_all(message, number)), None)


def _text(value: memoryview | None) -> str:
    return "" if value is None else bytes(value).decode("utf-8", "replace")
