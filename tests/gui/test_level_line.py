"""What the timeline's heading says of a track's level."""

from tivm_desktop.gui.level_line import level_words


def test_the_level_is_said_in_words() -> None:
    assert level_words(-6.0, 0.0, on=True) == "level matched −6.0 dB"
    assert level_words(3.0, 2.14, on=True) == "level matched +3.0 dB, 2.1 dB under the target"
    assert level_words(0.0, 0.0, on=False) == "level as in the file"
