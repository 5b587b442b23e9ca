import pytest

from tivm_desktop.domain.mix import Mix


@pytest.mark.parametrize(
    ("mix", "original", "music"),
    [
        (Mix(), 1.0, 1.0),
        (Mix(original_volume=0.5, music_volume=0.25), 0.5, 0.25),
        (Mix(original_muted=True), 0.0, 1.0),
        (Mix(music_muted=True), 1.0, 0.0),
        (Mix(solo="music"), 0.0, 1.0),
        (Mix(solo="original"), 1.0, 0.0),
        (Mix(solo="music", music_muted=True), 0.0, 0.0),
        (Mix(original_volume=-1.0, music_volume=-1.0), 0.0, 0.0),
    ],
)
def test_mute_silences_and_solo_silences_the_other(mix: Mix, original: float, music: float) -> None:
    assert (mix.original_gain, mix.music_gain) == (original, music)
