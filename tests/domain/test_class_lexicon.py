import json
from collections import Counter

import numpy as np
import pytest

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.class_lexicon import (
    AFFECT,
    AFFECT_TABLE,
    CLASS_COUNT,
    EVIDENCE,
    GROUPS,
    PICTURE_WORDS,
    PRIOR_MASS,
    STYLE_NAMES,
    STYLE_TABLE,
    class_weights,
    picture_affect,
    picture_styles,
)
from tivm_desktop.encoders.pack import default_pack_folder


@pytest.fixture(scope="module")
def names() -> list[str]:
    text = (default_pack_folder() / "imagenet_classes.json").read_text(encoding="utf-8")
    return [entry["name"] for entry in json.loads(text)]


def seen(names: list[str], **probabilities: float) -> FloatArray:
    """Return (1, 1000) with these probabilities; what is left is spread over all classes."""
    classes = np.full((1, CLASS_COUNT), (1 - sum(probabilities.values())) / CLASS_COUNT, np.float32)
    for name, probability in probabilities.items():
        classes[0, names.index(name.replace("_", " "))] += probability
    return classes


def affect(names: list[str], what: str, axis: str) -> float:
    return float(picture_affect(seen(names, **{what: 0.9}))[0][0, AFFECT.index(axis)])


def best_style(names: list[str], what: str) -> str:
    return STYLE_NAMES[int(picture_styles(seen(names, **{what: 0.9}))[0].argmax())]


def test_every_class_is_in_exactly_one_group() -> None:
    count = Counter(index for group in GROUPS for index in group.classes)
    assert sorted(count) == list(range(CLASS_COUNT))
    assert set(count.values()) == {1}
    assert len({group.name for group in GROUPS}) == len(GROUPS)


def test_judgements_are_in_range_and_in_halves() -> None:
    assert np.abs(AFFECT_TABLE).max() == 2
    assert np.array_equal(AFFECT_TABLE * 2, np.round(AFFECT_TABLE * 2))
    assert STYLE_TABLE.min() == 0
    assert STYLE_TABLE.max() == 1
    assert EVIDENCE.min() == 0
    assert EVIDENCE.max() == 1


def test_every_group_speaks_of_known_styles() -> None:
    for group in GROUPS:
        assert group.styles
        assert set(group.styles) <= set(STYLE_NAMES), group.name
    assert (STYLE_TABLE.max(axis=0) >= 0.9).all()
    assert tuple(PICTURE_WORDS) == STYLE_NAMES


def test_exceptions_belong_to_their_group_and_bear_their_class_name(names: list[str]) -> None:
    for group in GROUPS:
        assert set(group.exceptions) <= set(group.classes), group.name
        for index, name in group.exception_names.items():
            assert names[index] == name


@pytest.mark.parametrize(
    ("group", "members"),
    [
        ("sharks", "great white shark, tiger shark, hammerhead"),
        ("songbirds", "brambling, robin, chickadee, water ouzel"),
        ("birds of prey", "kite, bald eagle"),
        ("deadly snakes", "boa constrictor, Indian cobra, sidewinder"),
        ("spiders and scorpions", "scorpion, black widow, tarantula"),
        ("toy dogs", "Chihuahua, papillon, pug, miniature poodle"),
        ("gun dogs", "flat-coated retriever, golden retriever, Irish water spaniel"),
        ("sheep dogs", "briard, Border collie, Cardigan"),
        ("wolves", "timber wolf, coyote"),
        ("cats", "tabby, Egyptian cat"),
        ("big cats", "cougar, leopard, lion, cheetah"),
        ("butterflies", "admiral, lycaenid"),
        ("monkeys and lemurs", "guenon, indri"),
        ("reef life", "sea anemone, starfish, coral reef"),
        ("racing cars", "go-kart, racer"),
        ("sports cars", "convertible, sports car"),
        ("sirens", "ambulance, fire engine, police van"),
        ("firearms", "assault rifle, revolver, rifle"),
        ("war machines", "cannon, half track, missile, tank, warplane"),
        ("warships", "aircraft carrier, submarine"),
        ("sailing", "catamaran, schooner, yawl"),
        ("churches", "bell cote, church"),
        ("castles", "castle"),
        ("prisons", "prison"),
        ("bedrooms", "four-poster, studio couch"),
        ("kitchen machines", "Crock Pot, stove, waffle iron"),
        ("furniture", "chest, desk, wardrobe"),
        ("pianos", "grand piano, upright"),
        ("strings", "cello, harp, violin"),
        ("weight rooms", "barbell, dumbbell, punching bag"),
        ("medicine", "lab coat, stethoscope, syringe"),
        ("hand tools", "carpenter's kit, hammer, plane, screwdriver"),
        ("swimwear", "bikini, maillot, swimming trunks"),
        ("fast food", "cheeseburger, hotdog, pizza, burrito"),
        ("fruit", "Granny Smith, banana, pomegranate"),
        ("vegetables", "head cabbage, cardoon"),
        ("seashore", "sandbar, seashore"),
        ("fungi", "mushroom, coral fungus, bolete"),
        ("graphics and text", "jigsaw puzzle, web site, comic book, menu"),
        ("toilets", "toilet seat, toilet tissue"),
    ],
)
def test_rows_belong_to_the_classes_of_the_pack(names: list[str], group: str, members: str) -> None:
    wanted = {names.index(name) for name in members.split(", ")}
    assert [one.name for one in GROUPS if not wanted.isdisjoint(one.classes)] == [group]


@pytest.mark.parametrize(
    ("axis", "lower", "higher"),
    [
        ("tension", "golden retriever", "great white shark"),
        ("tension", "lakeside", "assault rifle"),
        ("tension", "tabby", "tarantula"),
        ("tension", "teddy", "syringe"),
        ("arousal", "seashore", "racer"),
        ("arousal", "four-poster", "stage"),
        ("arousal", "schooner", "speedboat"),
        ("arousal", "lakeside", "volcano"),
        ("valence", "gasmask", "daisy"),
        ("valence", "prison", "ice cream"),
        ("valence", "cockroach", "monarch"),
        ("valence", "wreck", "groom"),
    ],
)
def test_moods_are_ordered_as_people_order_them(names: list[str], axis: str, lower: str, higher: str) -> None:
    assert affect(names, lower, axis) < affect(names, higher, axis) - 0.4


@pytest.mark.parametrize(
    ("what", "style"),
    [
        ("church", "sacred"),
        ("assault rifle", "war"),
        ("ice lolly", "food"),
        ("Pomeranian", "playful"),
        ("volcano", "mountains"),
        ("racer", "speed"),
        ("jellyfish", "underwater"),
        ("space shuttle", "space"),
        ("cab", "city"),
        ("bikini", "beach"),
        ("drum", "stage"),
        ("tractor", "rural"),
        ("castle", "adventure"),
        ("megalith", "ancient"),
        ("jack-o'-lantern", "eerie"),
        ("ski", "winter"),
        ("candle", "night"),
        ("crane", "machines"),
        ("limousine", "elegant"),
    ],
)
def test_a_plain_picture_shows_its_style(names: list[str], what: str, style: str) -> None:
    assert best_style(names, what) == style


def test_sweets_are_playful_too(names: list[str]) -> None:
    playful = STYLE_NAMES.index("playful")
    styles = picture_styles(np.concatenate([seen(names, ice_lolly=0.9), seen(names, consomme=0.9)]))
    assert styles[0, playful] > styles[1, playful] + 0.3


def test_a_network_that_tells_nothing_gives_nothing(names: list[str]) -> None:
    moods, confidence = picture_affect(seen(names))
    assert np.allclose(moods, 0, atol=1e-5)
    assert np.allclose(confidence, 0, atol=1e-5)
    assert np.allclose(picture_styles(seen(names)), 0, atol=1e-5)


def test_an_encoder_without_classes_gives_nothing() -> None:
    moods, confidence = picture_affect(np.zeros((3, 0), np.float32))
    assert moods.shape == (3, 3)
    assert not moods.any()
    assert not confidence.any()
    assert picture_styles(np.zeros((3, 0), np.float32)).shape == (3, len(STYLE_NAMES))


def test_other_classes_are_refused() -> None:
    with pytest.raises(ValueError, match="1000"):
        class_weights(np.zeros((1, 365), np.float32))


def test_what_tells_only_how_the_picture_is_made_gives_no_mood(names: list[str]) -> None:
    drawn = seen(names, comic_book=0.5, web_site=0.2, jigsaw_puzzle=0.2)
    assert np.allclose(picture_affect(drawn)[1], 0, atol=1e-5)


def test_the_tables_hold_each_classs_own_judgement() -> None:
    for group in GROUPS:
        for index in group.classes:
            judgement = group.exceptions.get(index, group.usual)
            assert AFFECT_TABLE[index] == pytest.approx(judgement.affect)
            assert EVIDENCE[index] == pytest.approx(judgement.evidence)


def test_a_scene_is_weighed_against_what_always_tells_nothing(names: list[str]) -> None:
    sure = np.zeros((2, CLASS_COUNT), np.float32)
    sure[0, names.index("tarantula")] = 1.0
    sure[1, names.index("tarantula")] = 0.2
    told = class_weights(sure).sum(axis=1)
    moods, confidence = picture_affect(sure)
    assert confidence == pytest.approx(told / (told + PRIOR_MASS))
    mood = AFFECT_TABLE[names.index("tarantula")]
    assert moods == pytest.approx(confidence[:, None] * mood, abs=1e-6)
    styles = STYLE_TABLE[names.index("tarantula")]
    assert picture_styles(sure) == pytest.approx(confidence[:, None] * styles, abs=1e-6)


def test_beside_a_frame_the_rest_speaks_but_less(names: list[str]) -> None:
    pure, framed = seen(names, volcano=0.9), seen(names, volcano=0.2, comic_book=0.7)
    moods, confidence = picture_affect(np.concatenate([pure, framed]))
    assert 0 < moods[1, 2] < moods[0, 2]
    assert 0 < confidence[1] < confidence[0] < 1


def test_weak_classes_that_agree_count_as_a_strong_one(names: list[str]) -> None:
    one = seen(names, tarantula=0.6)
    many = seen(names, tarantula=0.12, black_widow=0.12, wolf_spider=0.12, barn_spider=0.12, scorpion=0.12)
    assert np.allclose(picture_affect(one)[0], picture_affect(many)[0], atol=0.01)
    assert np.allclose(picture_styles(one), picture_styles(many), atol=0.01)


def test_contradictions_cancel_and_are_no_ignorance(names: list[str]) -> None:
    torn = seen(names, tarantula=0.45, daisy=0.45)
    moods, confidence = picture_affect(torn)
    assert abs(moods[0, AFFECT.index("tension")]) < 0.3
    assert confidence[0] > 0.8


def test_moods_and_styles_of_any_posterior_stay_in_range() -> None:
    rng = np.random.default_rng(5)
    soft = rng.dirichlet(np.full(CLASS_COUNT, 0.02), 50).astype(np.float32)
    moods, confidence = picture_affect(soft)
    styles = picture_styles(soft)
    assert np.abs(moods).max() <= 2
    assert styles.min() >= 0
    assert styles.max() <= 1
    assert confidence.min() >= 0
    assert confidence.max() < 1
    assert styles.shape == (50, len(STYLE_NAMES))
    assert moods.dtype == styles.dtype == confidence.dtype == np.float32


def test_the_tables_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        AFFECT_TABLE[0] = 0
