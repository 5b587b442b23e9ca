"""TensorFlow's `SequenceExample` as a protobuf message, without TensorFlow.

Source: `feature.proto` and `example.proto` of TensorFlow; names, numbers and types are theirs.
"""

from functools import cache
from typing import Final

from google.protobuf import descriptor_pb2, descriptor_pool, message, message_factory

_Field = descriptor_pb2.FieldDescriptorProto
_PACKAGE: Final = "tivm"


@cache
def sequence_example() -> type[message.Message]:
    """Return the message class `SequenceExample`.

    It has `context.feature[name]`, each a `bytes_list`, `float_list` or `int64_list` with `value`, and
    `feature_lists.feature_list[name].feature`, a list of the same.
    """
    file = descriptor_pb2.FileDescriptorProto(
        name="tivm/sequence_example.proto", package=_PACKAGE, syntax="proto3"
    )
    for name, kind in (
        ("BytesList", _Field.TYPE_BYTES),
        ("FloatList", _Field.TYPE_FLOAT),
        ("Int64List", _Field.TYPE_INT64),
    ):
        values = file.message_type.add(name=name)
        values.field.add(name="value", number=1, type=kind, label=_Field.LABEL_REPEATED)
    feature = file.message_type.add(name="Feature")
    feature.oneof_decl.add(name="kind")
    _add_message(feature, "bytes_list", 1, "BytesList").oneof_index = 0
    _add_message(feature, "float_list", 2, "FloatList").oneof_index = 0
    _add_message(feature, "int64_list", 3, "Int64List").oneof_index = 0
    _add_map(file.message_type.add(name="Features"), "feature", "FeatureEntry", "Feature")
    _add_message(file.message_type.add(name="FeatureList"), "feature", 1, "Feature", repeated=True)
    _add_map(file.message_type.add(name="FeatureLists"), "feature_list", "FeatureListEntry", "FeatureList")
    example = file.message_type.add(name="SequenceExample")
    _add_message(example, "context", 1, "Features")
    _add_message(example, "feature_lists", 2, "FeatureLists")
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(f"{_PACKAGE}.SequenceExample"))


def _add_message(
    to: descriptor_pb2.DescriptorProto, name: str, number: int, of: str, *, repeated: bool = False
) -> descriptor_pb2.FieldDescriptorProto:
    return to.field.add(
        name=name,
        number=number,
        type=_Field.TYPE_MESSAGE,
        type_name=f".{_PACKAGE}.{of}",
        label=_Field.LABEL_REPEATED if repeated else _Field.LABEL_OPTIONAL,
    )


def _add_map(to: descriptor_pb2.DescriptorProto, name: str, entry_name: str, of: str) -> None:
    """Add a map from text to messages of type `of`: on the wire a list of entries with key 1 and value 2."""
    entry = to.nested_type.add(name=entry_name)
    entry.options.map_entry = True
    entry.field.add(name="key", number=1, type=_Field.TYPE_STRING, label=_Field.LABEL_OPTIONAL)
    _add_message(entry, "value", 2, of)
    _add_message(to, name, 1, f"{to.name}.{entry_name}", repeated=True)
