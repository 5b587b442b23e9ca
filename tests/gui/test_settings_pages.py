"""What is set in the settings is set everywhere, at once."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QSpinBox,
)

from tests.gui.conftest import House
from tests.gui.settings_room import Room, choose, furnished
from tivm_desktop.bundle import Build
from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.domain.level_match import LevelMatch
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.settings_values import (
    HARDWARE,
    LOOKED,
    is_continued,
    is_on,
    is_weekly,
    keep_provider,
    keep_weekly,
    kept_language,
    kept_provider,
    looks_by_itself,
)
from tivm_desktop.gui.theme import Themes


@pytest.fixture
def room(house: House, themes: Themes, tmp_path: Path) -> Room:
    return furnished(house, themes, tmp_path)


@pytest.fixture
def published(house: House, themes: Themes, tmp_path: Path) -> Room:
    return furnished(house, themes, tmp_path, Build("0.1.0", releases="https://example.org/releases"))


def test_the_theme_is_one_here_and_in_the_top_bar(room: Room, house: House, themes: Themes) -> None:
    room.open("general")
    box = room.find(QComboBox, "Theme")
    choose(box, "Light")
    assert themes.current.name == "light"
    assert house.settings.theme == "light"
    house.window.top.theme_toggled.emit()
    assert box.currentText() == "Dark"
    choose(box, "Like the desktop")
    assert (themes.choice, house.settings.theme) == ("auto", "auto")
    room.press("Appearance: reset to defaults")
    assert (themes.choice, box.currentText()) == ("dark", "Dark")


def test_the_language_is_chosen_in_its_own_words_and_kept_for_the_next_start(
    room: Room, house: House
) -> None:
    room.open("general")
    box = room.find(QComboBox, "Language")
    assert [box.itemText(row) for row in range(box.count())] == ["System", "English", "Deutsch", "Français"]
    assert (box.currentText(), kept_language(house.settings)) == ("System", "")
    choose(box, "Deutsch")
    assert house.settings.text("window/language") == "de"
    room.press("Appearance: reset to defaults")
    assert (box.currentText(), kept_language(house.settings)) == ("System", "")


def test_what_was_open_last_comes_back_only_where_that_is_asked_for(room: Room, house: House) -> None:
    room.open("general")
    assert not is_continued(house.settings)
    room.press("Open again what was open last")
    assert is_continued(house.settings)
    assert house.settings.text("start/continue") == "yes"
    room.press("Start: reset to defaults")
    assert not is_continued(house.settings)
    assert not room.find(QCheckBox, "Open again what was open last").isChecked()


def test_the_sound_device_is_one_here_and_in_the_status_line(room: Room, house: House) -> None:
    house.bot.waitUntil(lambda: house.window.status.device.text() == "Sound: Test device")
    room.open("playback")
    box = room.find(QComboBox, "Sound device")
    assert [box.itemText(place) for place in range(box.count())] == [
        "System default",
        "Test device",
        "Other device",
    ]
    choose(box, "Other device")
    assert house.player.asked("set_output")[-1] == ("Other device",)
    assert house.settings.text("playback/output") == "Other device"
    house.window.status.device.chosen.emit("Test device")
    house.bot.waitUntil(lambda: box.currentText() == "Test device")
    house.player.state = replace(house.player.state, output="Headphones")
    house.bot.waitUntil(lambda: box.currentText() == "Headphones (not there)")
    room.press("Sound: reset to defaults")
    house.bot.waitUntil(lambda: box.currentText() == "System default")
    assert house.settings.text("playback/output") == ""


def test_the_level_is_one_here_and_in_the_popover(room: Room, house: House) -> None:
    room.open("playback")
    target = room.find(QSpinBox, "Loudness that tracks are matched to")
    target.setValue(-20)
    assert house.engine.auditions.level == LevelMatch(target_lufs=-20.0)
    house.window.mix.popover.level_chosen.emit(LevelMatch(on=False, target_lufs=-12.0))
    box = room.find(QCheckBox, "Match the tracks' levels")
    assert (box.isChecked(), target.value(), target.isEnabled()) == (False, -12, False)
    room.press("Match the tracks' levels")
    assert house.engine.auditions.level == LevelMatch(on=True, target_lufs=-12.0)
    popover = house.window.mix.popover.findChildren(QCheckBox)[0]
    assert popover.isChecked()
    room.press("Levels: reset to defaults")
    assert house.engine.auditions.level == LevelMatch()
    assert target.value() == -16


def test_decoding_on_the_card_can_be_switched_off(room: Room, house: House) -> None:
    room.open("playback")
    room.press("Decode the picture on the graphics card")
    assert not is_on(house.settings, HARDWARE)
    assert house.settings.text("playback/hardware") == "off"
    room.press("Picture: reset to defaults")
    assert is_on(house.settings, HARDWARE)


def test_the_pace_is_one_here_and_in_the_popover(room: Room, house: House) -> None:
    room.open("library")
    room.press("Wait while on battery")
    workers = room.find(QSpinBox, "Tracks listened to at the same time")
    workers.setValue(1)
    index = house.window.library.index
    assert index.pace == IndexPace(workers=1, wait_on_battery=True)
    assert house.session.asked("set_pace")[-1] == (index.pace,)
    index.popover.chosen.emit(IndexPace(workers=2, only_when_idle=True))
    assert workers.value() == 2
    assert room.find(QCheckBox, "Only while I am not at the machine").isChecked()
    assert not room.find(QCheckBox, "Wait while on battery").isChecked()
    room.press("Listening to the library: reset to defaults")
    assert index.pace == IndexPace()
    boxes = index.popover.findChildren(QCheckBox)
    assert not any(box.isChecked() for box in boxes)


def test_the_folders_are_set_in_their_popover(room: Room, house: House) -> None:
    room.open("library")
    assert "No folder yet." in room.said()
    house.window.open_folder(Path("/music"))
    room.open("library")
    assert "/music" in room.said()
    room.press("Show, add and remove music folders")
    popover = house.window.library.folders.popover
    assert popover.isVisible()
    popover.close()


def test_what_computes_is_kept_for_the_next_start_and_told_as_it_is(room: Room, house: House) -> None:
    room.open("computing")
    assert "known in a moment" in room.said()
    house.engine.marshal.provider_active("CPU")
    assert "In use now: the processor." in room.said()
    choose(room.find(QComboBox, "Listening and looking are computed with"), "NVIDIA card (CUDA)")
    assert kept_provider(house.settings) == "cuda"
    house.engine.marshal.provider_active("CUDA")
    assert "In use now: the NVIDIA card" in room.said()
    room.press("What computes: reset to defaults")
    assert house.settings.text("compute/provider") == ""


def test_a_provider_nobody_knows_counts_as_none(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    settings.remember("compute/provider", "abacus")
    assert kept_provider(settings) == "auto"
    keep_provider(settings, "cpu")
    assert kept_provider(settings) == "cpu"


def test_emptying_the_cache_asks_and_leaves_the_library(room: Room, house: House) -> None:
    proxy = room.profile.proxies_folder / "old.mkv"
    written = room.profile.proxies_folder / ".new.mkv.part"
    speech = room.profile.speech_folder / "old.json"
    row, ratings = room.profile.vectors_folder / "rows", room.profile.database
    for file in (proxy, written, speech, row, ratings):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"." * 4_000)
    room.open("storage")
    house.bot.waitUntil(room.find(QAbstractButton, "Empty the cache").isEnabled)
    assert "16.0 kB" in room.said()
    room.press("Empty the cache")
    room.press("Leave the cache as it is")
    assert proxy.exists()
    room.press("Empty the cache")
    button = room.find(QAbstractButton, "Empty the cache")
    assert button.text() == "Delete 8.0 kB"
    room.press("Empty the cache")
    house.bot.waitUntil(lambda: "8.0 kB freed." in room.said())
    assert not proxy.exists()
    assert not speech.exists()
    assert all(file.exists() for file in (written, row, ratings))
    house.bot.waitUntil(lambda: not button.isEnabled())


def test_folders_are_opened_by_the_desktop(room: Room, opened: list[str]) -> None:
    room.open("storage")
    room.press("Library: open folder")
    assert opened == [room.profile.data_folder.as_uri()]


def test_the_keys_are_shown_in_their_sheet(room: Room, house: House) -> None:
    room.open("keys")
    assert "all with the keys they came with" in room.said()
    house.window.shortcuts.give("transport.play", ["F9"])
    assert "1 of them with keys of your own" in room.said()
    room.press("Show and change the keys")
    assert house.window.help.sheet is not None
    assert house.window.help.sheet.isVisible()
    room.press("Show and change the keys")
    assert house.window.help.sheet.isVisible()


def test_about_is_reached_from_the_help(room: Room, house: House) -> None:
    house.window.help.toggle()
    sheet = house.window.help.sheet
    assert sheet is not None
    next(b for b in sheet.findChildren(QAbstractButton) if b.text() == "About").click()
    assert not sheet.isVisible()
    assert room.window.page.accessibleName() == "About"


def test_updates_are_not_offered_by_a_build_that_does_not_know_where(room: Room) -> None:
    room.open("updates")
    assert "doesn't know where updates are published" in room.said()
    assert not [b for b in room.window.page.findChildren(QAbstractButton) if "pdate" in b.text()]


def test_looking_every_week_is_off_until_it_is_asked_for(published: Room, house: House) -> None:
    published.open("updates")
    assert not is_weekly(house.settings)
    published.press("Look for updates when the program starts, once a week")
    assert house.settings.text("updates/check") == "weekly"
    published.press("Updates: reset to defaults")
    assert not is_weekly(house.settings)
    assert "example.org" in published.said()


def test_a_week_is_waited_for(tmp_path: Path) -> None:
    settings, day = Settings(tmp_path / "window.ini"), date(2026, 11, 23)
    assert not looks_by_itself(settings, day)
    keep_weekly(settings, on=True)
    assert looks_by_itself(settings, day)
    for looked, looks in ((0, False), (6, False), (7, True), (-1, True)):
        settings.remember(LOOKED, (day - timedelta(days=looked)).isoformat())
        assert looks_by_itself(settings, day) is looks
    settings.remember(LOOKED, "spoilt")
    assert looks_by_itself(settings, day)
