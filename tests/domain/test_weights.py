from tivm_desktop.domain.weights import parse_indices, parse_weights


def test_weights_are_read_by_name_and_names_may_be_of_several_words() -> None:
    assert parse_weights("+1 folk, -0.8 new wave music,  +.5 mtt:no vocals") == {
        "folk": 1.0,
        "new wave music": -0.8,
        "mtt:no vocals": 0.5,
    }


def test_indices_are_read_one_by_one_and_from_one_to_another() -> None:
    assert parse_indices("1 3-5 978") == (1, 3, 4, 5, 978)
    assert parse_indices("") == ()
