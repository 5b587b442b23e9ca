import pytest

from tivm_desktop.domain.mix import VOICES, Mix, Voice


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


@pytest.mark.parametrize("voice", VOICES)
def test_each_sound_has_a_volume_and_a_mute_of_its_own(voice: Voice) -> None:
    changed = Mix().with_volume(voice, 0.5).with_muted(voice, muted=True)
    (other,) = set(VOICES) - {voice}
    assert (changed.volume(voice), changed.muted(voice)) == (0.5, True)
    assert (changed.volume(other), changed.muted(other)) == (1.0, False)
    assert changed.with_volume(voice, 1.0).with_muted(voice, muted=False) == Mix()


@pytest.mark.parametrize("voice", VOICES)
def test_what_is_heard_alone_is_not_muted_any_more(voice: Voice) -> None:
    (other,) = set(VOICES) - {voice}
    alone = Mix().with_muted(voice, muted=True).with_muted(other, muted=True).alone(voice)
    assert [alone.silences(one) for one in (voice, other)] == [False, True]
    assert alone.together() == Mix().with_muted(other, muted=True)


@pytest.mark.parametrize("voice", VOICES)
def test_alone_is_not_heard_with_the_other(voice: Voice) -> None:
    assert [one for one in VOICES if not Mix().alone(voice).silences(one)] == [voice]
