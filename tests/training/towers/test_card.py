from dataclasses import replace

from tivm_desktop.training.towers.card import CardFacts, model_card

DIRECTION = {
    "recall": {"1": 0.1, "5": 0.25, "10": 0.5, "25": 0.75},
    "recall_ci": {"1": [0.05, 0.15], "5": [0.2, 0.3], "10": [0.4, 0.6], "25": [0.7, 0.8]},
    "median_rank": 9.5,
    "median_rank_ci": [8, 11],
    "auc": 0.8125,
    "auc_ci": [0.78, 0.84],
}
CHANCE = {"recall": {"1": 0.01, "5": 0.07, "10": 0.15, "25": 0.37}, "median_rank": 34, "auc": 0.5}
REPORT = {"pool": 67, "chance": CHANCE, "video_to_music": DIRECTION, "music_to_video": DIRECTION}
FACTS = CardFacts(
    name="mine",
    data="my own videos",
    data_note="All mine.",
    base="base 1.0.0",
    columns={"video": ["motion"], "music": ["loudness", "note_density"]},
    foreign=(),
    embedding_dim=64,
    window="the mean over 5 windows of 60 s",
    reference="pairs of one item's video and another's music in my own videos",
    parity=2.5e-6,
    config={"seed": 3},
    training={"epochs": 12, "validation_auc": 0.71, "parameters": {"video": 5}},
    report=REPORT,
    report_of="held-out",
)


def test_it_names_data_licence_config_and_base() -> None:
    card = model_card(FACTS)
    for told in ("# mine", "my own videos", "All mine.", "base 1.0.0", '"seed": 3', "2.5e-06", "64 numbers"):
        assert told in card
    assert "epochs 12, validation auc 0.71" in card
    assert "research only" not in card


def test_figures_come_with_their_intervals_pool_and_chance() -> None:
    card = model_card(FACTS)
    assert "On held-out: pool 67" in card
    assert "| video to music | 0.100 [0.050, 0.150] | 0.250 [0.200, 0.300] |" in card
    assert "9.5 [8.0, 11.0] | 0.812 [0.780, 0.840] |" in card
    assert "| chance | 0.010 | 0.070 | 0.150 | 0.370 | 34.0 | 0.500 |" in card


def test_figures_of_folds_and_segments_are_shown_too() -> None:
    card = model_card(
        replace(
            FACTS, report=REPORT | {"folds": {"group_disjoint": True, "retrained": REPORT | {"pool": 33}}}
        )
    )
    assert "On held-out, folds, retrained: pool 33" in card
    assert card.count("| music to video |") == 2


def test_what_is_not_known_is_said() -> None:
    card = model_card(replace(FACTS, data_note="", report={}, reference="", training={}))
    assert "find out before passing the towers on" in card
    assert "No evaluation was given" in card
    assert "uncalibrated: 100 / (1 + distance)" in card


def test_limits_follow_from_the_columns() -> None:
    foreign = replace(FACTS, columns={"video": ["clip"], "music": ["loudness"]}, foreign=("clip",))
    assert "no file gives clip" in model_card(foreign)
    assert "onsets" in model_card(FACTS)
    assert "onsets" not in model_card(foreign)
    assert "re-ranker is not in this pack" in model_card(replace(FACTS, reranked=True))
    assert "re-ranker" not in model_card(FACTS)


def test_it_says_which_ends_are_left_out_and_what_is_matched() -> None:
    card = model_card(replace(FACTS, ends_s=30.0, matched=("note_density",), matching_source="my tracks"))
    assert "first and last 30 s" in card
    assert "by quantiles of my tracks" in card
    assert "which are fewer or more" not in card
    assert "which are fewer or more" in model_card(FACTS)
