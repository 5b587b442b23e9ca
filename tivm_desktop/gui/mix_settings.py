"""The mix and the level as the settings keep them."""

from tivm_desktop.domain.level_match import TARGET_LUFS, LevelMatch
from tivm_desktop.domain.mix import Ducking, Mix
from tivm_desktop.gui.settings import Settings

LEAST_TARGET_LUFS, MOST_TARGET_LUFS = -24.0, -9.0
MOST_DUCKING_DB = 24.0
LEAST_ATTACK_S, MOST_ATTACK_S = 0.01, 1.0
LEAST_RELEASE_S, MOST_RELEASE_S = 0.05, 3.0


def kept_mix(settings: Settings) -> Mix:
    """Return the mix that was kept. A solo never is: it answers a question of the moment."""
    usual = Ducking()
    return Mix(
        original_volume=settings.volume("original"),
        original_muted=_flag(settings, "mix/original_muted", usual=False),
        music_volume=settings.volume("music"),
        music_muted=_flag(settings, "mix/music_muted", usual=False),
        ducking=Ducking(
            on=_flag(settings, "mix/ducking", usual=usual.on),
            amount_db=_number(settings, "mix/ducking_db", usual.amount_db, 0.0, MOST_DUCKING_DB),
            attack_s=_number(settings, "mix/attack_s", usual.attack_s, LEAST_ATTACK_S, MOST_ATTACK_S),
            release_s=_number(settings, "mix/release_s", usual.release_s, LEAST_RELEASE_S, MOST_RELEASE_S),
        ),
    )


def keep_mix(settings: Settings, mix: Mix) -> None:
    """Keep volumes, mutes and ducking for the next start."""
    settings.remember_volume("original", mix.original_volume)
    settings.remember_volume("music", mix.music_volume)
    for name, value in (
        ("original_muted", float(mix.original_muted)),
        ("music_muted", float(mix.music_muted)),
        ("ducking", float(mix.ducking.on)),
        ("ducking_db", mix.ducking.amount_db),
        ("attack_s", mix.ducking.attack_s),
        ("release_s", mix.ducking.release_s),
    ):
        settings.remember(f"mix/{name}", f"{value:g}")


def kept_level(settings: Settings) -> LevelMatch:
    """Return whether levels are matched, and to which loudness."""
    target = _number(settings, "mix/target_lufs", TARGET_LUFS, LEAST_TARGET_LUFS, MOST_TARGET_LUFS)
    return LevelMatch(on=_flag(settings, "mix/match_levels", usual=True), target_lufs=target)


def keep_level(settings: Settings, level: LevelMatch) -> None:
    """Keep the level for the next start."""
    settings.remember("mix/match_levels", f"{float(level.on):g}")
    settings.remember("mix/target_lufs", f"{level.target_lufs:g}")


def _flag(settings: Settings, key: str, *, usual: bool) -> bool:
    return _number(settings, key, float(usual), 0.0, 1.0) >= 0.5


def _number(settings: Settings, key: str, usual: float, least: float, most: float) -> float:
    try:
        number = float(settings.text(key) or usual)
    except ValueError:
        return usual
    return min(max(number, least), most) if number == number else usual
