"""Packs: whole ones load, and every way of being broken is one sentence that names the file."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from tests.encoders.making import CLASSES, TAGS, is_one_sentence, toy_frame_model, toy_music_model, toy_pack
from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders import pack as pack_module
from tivm_desktop.encoders.frame import FrameEncoder
from tivm_desktop.encoders.music import MusicEncoder
from tivm_desktop.encoders.pack import default_pack_folder, list_packs, load_pack


def refusal(folder: Path) -> PackError:
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    assert is_one_sentence(caught.value)
    return caught.value


def test_a_whole_pack_says_what_it_holds(tmp_path: Path) -> None:
    pack = load_pack(toy_pack(tmp_path / "toy"))

    assert (pack.name, pack.version) == ("toy", "1.0.0")
    assert pack.frame.input_size == (4, 4)
    assert pack.frame.classes == CLASSES
    assert pack.music.tags == TAGS
    assert pack.music.rate_hz == 16000
    assert pack.calibration == {"answer": 42}


def test_the_base_pack_is_whole_and_small() -> None:
    folder = default_pack_folder()
    pack = load_pack(folder)

    assert (pack.frame.feature_dim, len(pack.frame.classes)) == (1280, 1000)
    assert (pack.music.feature_dim, len(pack.music.tags)) == (200, 100)
    assert sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) < 30e6
    for source in pack.sources:
        assert source.version
        assert (folder / source.licence_file).read_text("utf-8").strip()
    assert folder in list_packs()


def test_the_encoder_id_follows_the_file(tmp_path: Path) -> None:
    changed = toy_frame_model()
    changed.doc_string = "another file"

    first = load_pack(toy_pack(tmp_path / "a")).frame.encoder_id
    second = load_pack(toy_pack(tmp_path / "b", frame=changed)).frame.encoder_id

    assert first != second


@pytest.mark.parametrize("name", ["frame_encoder.onnx", "music_encoder.onnx", "classes.json", "LICENCE.txt"])
def test_an_altered_file_is_refused(tmp_path: Path, name: str) -> None:
    folder = toy_pack(tmp_path)
    altered = (folder / name).read_bytes().replace(b"o", b"0", 1) + b" "
    (folder / name).write_bytes(altered)

    error = refusal(folder)

    assert error.path == folder / name
    assert name in str(error)


@pytest.mark.parametrize("name", ["frame_encoder.onnx", "music_encoder.onnx", "classes.json", "LICENCE.txt"])
def test_a_missing_file_is_refused(tmp_path: Path, name: str) -> None:
    folder = toy_pack(tmp_path)
    (folder / name).unlink()

    error = refusal(folder)

    assert error.path == folder / name
    assert "missing" in str(error)


def test_a_folder_without_manifest_is_no_pack(tmp_path: Path) -> None:
    assert "pack.json" in str(refusal(tmp_path))


def test_a_manifest_that_is_not_json_is_refused(tmp_path: Path) -> None:
    folder = toy_pack(tmp_path)
    (folder / "pack.json").write_text("{")

    assert "not valid JSON" in str(refusal(folder))


@pytest.mark.parametrize("deep", ["[" * 90_000, "[" * 90_000 + "]" * 90_000])
def test_a_manifest_that_nests_too_deep_to_be_read_is_refused(tmp_path: Path, deep: str) -> None:
    folder = toy_pack(tmp_path)
    (folder / "pack.json").write_text(deep)

    assert "not valid JSON" in str(refusal(folder))


@pytest.mark.parametrize("entry", ["format", "figures", "name"])
def test_a_manifest_that_nests_deeper_than_any_pack_is_refused(tmp_path: Path, entry: str) -> None:
    def nest(manifest: dict[str, Any]) -> None:
        manifest[entry] = json.loads("[" * 300 + "]" * 300)

    assert "nests deeper" in str(refusal(toy_pack(tmp_path, nest)))


def test_a_manifest_of_more_lists_than_any_pack_holds_is_refused(tmp_path: Path) -> None:
    assert "lists and objects" in str(
        refusal(toy_pack(tmp_path, lambda manifest: manifest.update(figures={"many": [[]] * 100_000})))
    )


def test_no_more_texts_are_read_than_packs_have(tmp_path: Path) -> None:
    def repeat(manifest: dict[str, Any]) -> None:
        manifest["licence_files"] *= 65

    assert "more than 64 files" in str(refusal(toy_pack(tmp_path, repeat)))


@pytest.mark.parametrize(
    "name",
    [
        "../frame_encoder.onnx",
        "/etc/passwd",
        "C:\\model.onnx",
        "sub/../../x.onnx",
        "..\\x.onnx",
        "",
        "frame\0encoder.onnx",
        "\ud800.onnx",
        "long" * 5000,
    ],
)
def test_a_path_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    def point_outside(manifest: dict[str, Any]) -> None:
        manifest["frame"]["file"] = name

    assert "not in the pack's folder" in str(refusal(toy_pack(tmp_path / "pack", point_outside)))


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    folder = toy_pack(tmp_path / "pack")
    model = folder / "frame_encoder.onnx"
    model.rename(tmp_path / "elsewhere.onnx")
    model.symlink_to(tmp_path / "elsewhere.onnx")

    assert "not in the pack's folder" in str(refusal(folder))


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    folder = toy_pack(tmp_path / "pack")
    model = folder / "frame_encoder.onnx"
    model.unlink()
    model.symlink_to(model)

    assert "not in the pack's folder" in str(refusal(folder))


@pytest.mark.parametrize(
    ("section", "entry", "value", "said"),
    [
        ("frame", "feature_dim", 5, "5 values"),
        ("frame", "feature_dim", "3", "feature_dim"),
        ("frame", "feature_dim", True, "feature_dim"),
        ("frame", "feature_dim", 0, "feature_dim"),
        ("frame", "feature_dim", 10**9, "feature_dim"),
        ("frame", "input_size", [4], "input_size"),
        ("frame", "inputs", {"frames": ["frames", 8, 8, 3]}, "shape"),
        ("frame", "inputs", {"frames": 4}, "shape"),
        ("frame", "outputs", {"features": ["frames", 3]}, "outputs"),
        ("frame", "inputs", {"frames": ["x" * 300, 4, 4, 3]}, "shape"),
        ("frame", "inputs", {"fra\nmes": ["frames", 4, 4, 3]}, "shape"),
        ("frame", "inputs", {"frames": [True, 4, 4, 3]}, "shape"),
        ("frame", "name", "toy\nframe", "one line"),
        ("frame", "preprocessing", "x" * 300, "longer than"),
        ("frame", "file", "a\nb", "not in the pack's folder"),
        ("frame", "sha256", "abc", "sha256"),
        ("music", "rate_hz", 1, "rate_hz"),
        ("music", "tags", ["one"], "1 values"),
        ("music", "tags", [1, 2, 3], "names"),
        ("music", "tags", ["calm", "loud\n", "fast"], "names"),
        ("music", "tags", [], "names"),
        ("music", "name", None, "name"),
    ],
)
def test_a_manifest_that_says_something_else_is_refused(
    tmp_path: Path, section: str, entry: str, value: object, said: str
) -> None:
    def spoil(manifest: dict[str, Any]) -> None:
        manifest[section][entry] = value

    assert said in str(refusal(toy_pack(tmp_path, spoil)))


@pytest.mark.parametrize("shape", [[], [3], [1, 3], ["frames", 4, 3], None])
def test_an_output_that_is_not_rows_of_features_is_refused(
    tmp_path: Path, shape: list[int | str] | None
) -> None:
    model = toy_frame_model()
    port = helper.make_tensor_value_info("features", TensorProto.FLOAT, shape)
    model.graph.output[0].CopyFrom(port)

    def change(manifest: dict[str, Any]) -> None:
        manifest["frame"]["outputs"]["features"] = shape or []

    assert "frame_encoder.onnx" in str(refusal(toy_pack(tmp_path, change, model)))


@pytest.mark.parametrize(
    ("side", "dtype", "said"),
    [
        ("input", TensorProto.FLOAT, "frames as float32 numbers where uint8 are wanted"),
        ("output", TensorProto.DOUBLE, "features as float64 numbers where float32 are wanted"),
        ("output", TensorProto.STRING, "features as other numbers"),
    ],
)
def test_numbers_of_another_type_are_refused(tmp_path: Path, side: str, dtype: int, said: str) -> None:
    model = toy_frame_model()
    getattr(model.graph, side)[0].type.tensor_type.elem_type = dtype

    assert said in str(refusal(toy_pack(tmp_path, frame=model)))


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("licence_files", ["LICENCE.txt"], "names a file without its sha256"),
        ("sources", ["somebody"], "has a source that is not an object"),
        ("format", 2, "has format 2 where this version reads 1"),
        ("description", 3, "something unexpected as 'description'"),
    ],
)
def test_an_entry_that_is_of_another_kind_is_refused(
    tmp_path: Path, name: str, value: object, said: str
) -> None:
    assert said in str(refusal(toy_pack(tmp_path, lambda manifest: manifest.update({name: value}))))


def test_a_manifest_that_is_no_object_is_refused(tmp_path: Path) -> None:
    (toy_pack(tmp_path) / "pack.json").write_text("[1]")

    assert "is not a JSON object" in str(refusal(tmp_path))


def test_no_more_names_are_read_than_a_row_is_long(tmp_path: Path) -> None:
    def many(manifest: dict[str, Any]) -> None:
        manifest["music"]["tags"] = ["calm"] * 65537

    assert "list of more than 65536 names" in str(refusal(toy_pack(tmp_path, many)))


def test_an_installation_that_has_lost_its_packs_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(name: str) -> Path:
        raise FileNotFoundError(f"The program has lost its {name}: install it again.")

    monkeypatch.setattr(pack_module, "bundled", lost)

    with pytest.raises(PackError, match="lost its models") as caught:
        default_pack_folder()
    assert is_one_sentence(caught.value)


@pytest.mark.parametrize("entry", ["name", "version", "frame", "music", "sources", "licence_files", "format"])
def test_a_manifest_that_lacks_an_entry_is_refused(tmp_path: Path, entry: str) -> None:
    assert entry in str(refusal(toy_pack(tmp_path, lambda manifest: manifest.pop(entry))))


def test_weights_outside_the_file_are_refused(tmp_path: Path) -> None:
    model = toy_frame_model()
    tensor = model.graph.initializer[0]
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="weights.bin")

    assert "another file" in str(refusal(toy_pack(tmp_path, frame=model)))


def test_weights_outside_the_file_are_found_inside_a_branch(tmp_path: Path) -> None:
    model = toy_frame_model()
    hidden = helper.make_tensor("hidden", TensorProto.FLOAT, [1], [0.0])
    hidden.data_location = TensorProto.EXTERNAL
    branch = helper.make_graph([helper.make_node("Constant", [], ["c"], value=hidden)], "branch", [], [])
    model.graph.node.append(helper.make_node("If", ["x"], ["y"], then_branch=branch, else_branch=branch))

    assert "another file" in str(refusal(toy_pack(tmp_path, frame=model)))


def test_bytes_that_are_no_model_are_refused(tmp_path: Path) -> None:
    def point_at_licence(manifest: dict[str, Any]) -> None:
        manifest["frame"] |= manifest["licence_files"][0]

    assert "not an ONNX model" in str(refusal(toy_pack(tmp_path, point_at_licence)))


@pytest.mark.parametrize(("section", "encoder"), [("frame", FrameEncoder), ("music", MusicEncoder)])
def test_an_unknown_preprocessing_is_refused(
    tmp_path: Path, section: str, encoder: type[FrameEncoder] | type[MusicEncoder]
) -> None:
    def change(manifest: dict[str, Any]) -> None:
        manifest[section]["preprocessing"] = "from-the-future-v9"

    with pytest.raises(PackError, match="from-the-future-v9") as caught:
        encoder(load_pack(toy_pack(tmp_path, change)), "cpu", 1)
    assert is_one_sentence(caught.value)


def test_a_graph_that_does_not_take_what_its_preprocessing_gives_is_refused(tmp_path: Path) -> None:
    def change(manifest: dict[str, Any]) -> None:
        manifest["music"]["preprocessing"] = "vggish-logmel64-16k-v1"

    with pytest.raises(PackError, match="does not take"):
        MusicEncoder(load_pack(toy_pack(tmp_path, change)), "cpu", 1)


def test_a_model_the_runtime_can_not_load_is_refused(tmp_path: Path) -> None:
    model = toy_frame_model()
    model.graph.node[0].op_type = "NoSuchOperator"

    with pytest.raises(PackError, match="can't be loaded") as caught:
        FrameEncoder(load_pack(toy_pack(tmp_path, frame=model)), "cpu", 1)
    assert is_one_sentence(caught.value)


def frames_through(tmp_path: Path, operator: str, *constants: NDArray[Any]) -> None:
    """Encode frames by a model whose features are not the means of colours, as it says, but made of these."""
    model = toy_frame_model()
    names = [f"constant {place}" for place in range(len(constants))]
    model.graph.initializer.extend(map(numpy_helper.from_array, constants, names))
    model.graph.node[1].output[0] = "means"
    model.graph.node.insert(2, helper.make_node(operator, ["means", *names], ["features"]))
    model.graph.node[3].input[0] = "means"
    encoder = FrameEncoder(load_pack(toy_pack(tmp_path, frame=model)), "cpu", 1)
    encoder.encode(np.zeros((2, 4, 4, 3), np.uint8))


def test_a_model_that_gives_what_its_pack_says_encodes(tmp_path: Path) -> None:
    frames_through(tmp_path, "Identity")


@pytest.mark.parametrize(
    ("operator", "constants", "said"),
    [
        ("Reshape", [np.array([7, 5])], "fails in ONNX Runtime"),
        ("Reshape", [np.array([3, 2])], "gives no features"),
        ("ReduceSum", [np.array([0])], "gives no features"),
        ("Add", [np.array([np.nan], np.float32)], "gives no features"),
    ],
)
def test_a_model_that_gives_something_else_is_said_to_be_at_fault(
    tmp_path: Path, operator: str, constants: list[NDArray[Any]], said: str
) -> None:
    with pytest.raises(PackError, match=rf"frame_encoder\.onnx {said}") as caught:
        frames_through(tmp_path, operator, *constants)
    assert is_one_sentence(caught.value)


def test_a_music_encoder_without_tags_gives_none(tmp_path: Path) -> None:
    model = toy_music_model()
    del model.graph.output[1]
    content = model.SerializeToString()

    def change(manifest: dict[str, Any]) -> None:
        (tmp_path / "music_encoder.onnx").write_bytes(content)
        manifest["music"] |= {"sha256": hashlib.sha256(content).hexdigest(), "tags": []}
        del manifest["music"]["outputs"]["tags"]

    stream = MusicEncoder(load_pack(toy_pack(tmp_path, change)), "cpu", 1).stream()
    stream.push(np.zeros(50 * 16000, np.float32))
    features, tags = stream.finish()
    assert (features.shape, tags.shape) == ((50, 96), (50, 0))


@pytest.mark.parametrize(
    "classes", [{"0": "cat"}, [{"wnid": "n1"}], [{"name": 1}], ["cat", "dog"], "[" * 2000]
)
def test_the_class_list_must_be_a_list_of_classes(tmp_path: Path, classes: object) -> None:
    content = (classes if isinstance(classes, str) else json.dumps(classes)).encode()

    def change(manifest: dict[str, Any]) -> None:
        manifest["frame"]["classes_file"]["sha256"] = hashlib.sha256(content).hexdigest()

    folder = toy_pack(tmp_path, change)
    (folder / "classes.json").write_bytes(content)

    error = refusal(folder)
    assert error.path == folder / "classes.json"
    assert "SHA-256" not in str(error)
