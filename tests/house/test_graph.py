from tests.house.graph import PACKAGE, ROOT, as_mermaid, as_text, imports, layers


def test_every_room_stands_in_a_layer() -> None:
    rooms = {path.stem for path in (ROOT / PACKAGE).iterdir() if path.suffix == ".py" or path.is_dir()}
    rooms -= {"__init__", "__pycache__", "_bundled", "py"}
    assert {room for layer in layers() for room in layer} == rooms


def test_imports_lead_down_as_the_picture_has_it() -> None:
    height = {room: -number for number, layer in enumerate(layers()) for room in layer}
    found = imports()
    assert found["matching", "domain"] > 50
    assert not [pair for pair in found if height[pair[0]] < height[pair[1]]]


def test_both_forms_name_the_same() -> None:
    rooms, found = [["gui"], ["domain"]], {("gui", "domain"): 3}
    assert as_text(rooms, found) == "gui        domain 3\n\ndomain     -"
    assert "gui -->|3| domain" in as_mermaid(rooms, found)
