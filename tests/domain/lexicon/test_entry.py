import pytest

from tivm_desktop.domain.lexicon.entry import Judgement, read_groups

TABLE = """
cats       | 1.5 -.5 -1 | 1  | .8 home, .8 playful | 281-283 285
  283 Persian cat | 1 -1 -1 | .5
lighthouses | .5 0 .5   | .9 | .8 water | 437
"""


def test_groups_are_read_with_their_exceptions() -> None:
    cats, lighthouses = read_groups(TABLE)
    assert (cats.name, cats.classes) == ("cats", (281, 282, 283, 285))
    assert cats.judgement(281) == Judgement((1.5, -0.5, -1.0), 1.0)
    assert cats.judgement(283) == Judgement((1.0, -1.0, -1.0), 0.5)
    assert cats.exception_names == {283: "Persian cat"}
    assert cats.styles == {"home": 0.8, "playful": 0.8}
    assert lighthouses.judgement(437).evidence == 0.9
    assert not lighthouses.exceptions


@pytest.mark.parametrize(
    "line",
    ["cats | 1 0 0 | 1 | .8 home", "cats | 1 0 | 1 | .8 home | 281", "cats | 1 0 0 | much | .8 home | 281"],
)
def test_other_fields_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"unpack|convert"):
        read_groups(line)
