"""Headers of ONNX models, also of such as no exporter writes."""

import pytest
from onnx import ModelProto, TensorProto, helper

from tests.encoders.making import toy_frame_model
from tivm_desktop.encoders import onnx_header
from tivm_desktop.encoders.onnx_header import Port, read_onnx_header
from tivm_desktop.encoders.protobuf import WireError


def number(value: int) -> bytes:
    """A variable-length integer."""
    return bytes([value & 127 | 128]) + number(value >> 7) if value > 127 else bytes([value])


def field(tag: int, content: bytes) -> bytes:
    """A length-delimited field of a protocol-buffer message."""
    return number(tag << 3 | 2) + number(len(content)) + content


def outside() -> TensorProto:
    tensor = helper.make_tensor("hidden", TensorProto.FLOAT, [1], [0.0])
    tensor.data_location = TensorProto.EXTERNAL
    return tensor


def test_inputs_and_outputs_are_told_with_types_and_shapes() -> None:
    header = read_onnx_header(toy_frame_model().SerializeToString())

    assert header.inputs == (Port("frames", "uint8", ("frames", 4, 4, 3)),)
    assert [port.name for port in header.outputs] == ["features", "classes"]
    assert not header.external_data


@pytest.mark.parametrize("depth", [90, 5_000])
def test_graphs_in_graphs_are_read_however_deep_they_lie(depth: int) -> None:
    graph = field(5, outside().SerializeToString())
    for _ in range(depth):
        graph = field(1, field(5, field(6, graph)))

    assert read_onnx_header(field(7, graph)).external_data


def test_weights_outside_are_found_in_functions_and_in_training() -> None:
    node = helper.make_node("Constant", [], ["c"], value=outside())
    with_function, with_training = toy_frame_model(), toy_frame_model()
    with_function.functions.add().node.append(node)
    with_training.training_info.add().algorithm.node.append(node)

    for model in (with_function, with_training):
        assert read_onnx_header(model.SerializeToString()).external_data


def test_reading_ends_where_there_are_too_many_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnx_header, "MOST_FIELDS", 99)
    nodes = field(1, b"")

    assert read_onnx_header(field(7, nodes * 30)).inputs == ()
    with pytest.raises(WireError, match="more than 99 fields"):
        read_onnx_header(field(7, nodes * 60))


def test_bytes_without_a_graph_are_no_model() -> None:
    with pytest.raises(WireError, match="no graph"):
        read_onnx_header(ModelProto(producer_name="nobody").SerializeToString())


def test_a_second_graph_that_readers_would_merge_into_the_first_is_refused() -> None:
    second = field(7, field(5, outside().SerializeToString()))
    twice = toy_frame_model().SerializeToString() + second

    assert ModelProto.FromString(twice).graph.initializer[-1].name == "hidden"
    with pytest.raises(WireError, match="twice"):
        read_onnx_header(twice)


@pytest.mark.parametrize("part", ["name", "type", "shape", "size"])
def test_a_port_that_says_something_twice_is_refused(part: str) -> None:
    size = field(1, b"\x08\x04" * (2 if part == "size" else 1))
    shape = field(2, size) * (2 if part == "shape" else 1)
    kind = field(2, field(1, b"\x08\x01" + shape)) * (2 if part == "type" else 1)
    port = field(1, b"frames") * (2 if part == "name" else 1) + kind

    with pytest.raises(WireError, match="twice"):
        read_onnx_header(field(7, field(11, port)))


def port(kind: bytes, shape: bytes) -> bytes:
    """A model whose graph has a number in it and one input, of that element type and shape."""
    tensor = kind + field(2, shape)
    return field(7, b"\x40\x01" + field(11, field(1, b"frames") + field(2, field(1, tensor))))


def test_a_dimension_of_which_nothing_is_said_is_free() -> None:
    sizes = field(1, b"\x08\x04") + field(1, field(2, b"rows")) + field(1, b"")

    assert read_onnx_header(port(b"\x08\x01", sizes)).inputs == (Port("frames", "float32", (4, "rows", "?")),)


@pytest.mark.parametrize("kind", [b"", b"\x08\x01\x08\x01", b"\x08\x63", field(1, b"\x01")])
def test_an_element_type_that_is_none_is_of_another_kind(kind: bytes) -> None:
    assert read_onnx_header(port(kind, b"")).inputs[0].dtype == "other"


def test_a_port_without_a_shape_is_refused() -> None:
    with pytest.raises(WireError, match="'frames' says no shape"):
        read_onnx_header(field(7, field(11, field(1, b"frames") + field(2, field(1, b"\x08\x01")))))


def test_what_is_no_tensor_is_refused() -> None:
    model = toy_frame_model()
    model.graph.input[0].type.sequence_type.elem_type.tensor_type.elem_type = TensorProto.FLOAT

    with pytest.raises(WireError, match="'frames' is no tensor"):
        read_onnx_header(model.SerializeToString())
