"""What was set in the first version's window holds in this one's."""

import shutil
from pathlib import Path

from tests.library.make_first_profile import MUSIC, THEME, VOLUMES
from tests.library.test_first_version import RELEASED
from tivm_desktop.gui.settings import Settings


def test_its_folder_theme_volumes_and_layout_are_taken_over(tmp_path: Path) -> None:
    settings = Settings(Path(shutil.copy(RELEASED / "config" / "window.ini", tmp_path)))
    assert settings.music_folders == (MUSIC,)
    assert settings.theme == THEME
    assert {which: settings.volume(which) for which in VOLUMES} == VOLUMES
    assert all(settings.layout(of) is not None for of in ("window", "across", "down"))
