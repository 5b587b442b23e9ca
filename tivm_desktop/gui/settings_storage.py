"""Page "Storage": where the program keeps what, how much that is, and what can go."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tivm_desktop.gui.controls import ElidedLabel, push_button
from tivm_desktop.gui.language import tr, tr_noop
from tivm_desktop.gui.outside import open_folder
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.settings_page import SettingsPage
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.gui.wording import short_folder, size

if TYPE_CHECKING:
    from tivm_desktop.library.disk_use import DiskUse

_FOLDERS = (
    (
        "data",
        tr_noop("Library"),
        tr_noop("Analyses, ratings and notes; packs and GPU support that you added."),
    ),
    ("config", tr_noop("Settings"), tr_noop("What is set in this window, and your keys.")),
    (
        "cache",
        tr_noop("Cache"),
        tr_noop("Small copies of videos, and what else is made anew when it is wanted."),
    ),
    (
        "log",
        tr_noop("Log"),
        tr_noop("What the program did, for reports. It stays on this computer."),
    ),
)
_EMPTY = tr_noop("Empty the cache…")


class StoragePage(SettingsPage):
    """Sizes are added up off the GUI thread, each time the page is looked at."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(tr("Storage"))
        self._scope = scope
        self._use: DiskUse | None = None
        profile = scope.profile
        self._folders: dict[str, Path] = {
            "data": profile.data_folder,
            "config": profile.config_folder,
            "cache": profile.cache_folder,
            "log": profile.log_folder,
        }
        self._lines: dict[str, ElidedLabel] = {}
        self._add_folders()
        self._add_cache()
        self._show()

    def shown(self) -> None:
        """Add up anew."""
        super().shown()
        self._outcome.hide()
        self._ask_first()
        self._look()

    def _add_folders(self) -> None:
        folders = self.section(tr("Folders"))
        for name, title, says in _FOLDERS:
            button = push_button(tr("Open folder"), tr("{folder}: open folder").format(folder=tr(title)))
            button.clicked.connect(partial(open_folder, self._folders[name], self._scope.window.tell))
            self._lines[name] = ElidedLabel("caption", "faint")
            folders.row(tr(title), tr(says), button, self._lines[name])

    def _add_cache(self) -> None:
        cache = self.section(tr("Room on the disk"))
        cache.line(
            tr(
                "Emptying deletes the small copies of videos that scrubbing needs, and where somebody speaks "
                "in them. They are made anew when a video is opened. Library, ratings and settings are not "
                "touched."
            ),
            "caption",
        )
        self._empty = push_button(tr(_EMPTY), tr("Empty the cache"))
        self._keep = push_button(tr("Leave it"), tr("Leave the cache as it is"), "quiet")
        cache.buttons(self._empty, self._keep)
        self._outcome = cache.line(role="caption", tone="plain")
        self._outcome.hide()
        self._keep.hide()
        self._empty.clicked.connect(self._on_empty)
        self._keep.clicked.connect(self._ask_first)

    def _look(self) -> None:
        profile, video = self._scope.profile, self._video()

        def look() -> "DiskUse":
            from tivm_desktop.library.disk_use import disk_use

            return disk_use(profile, video)

        self._scope.engine.aside(look, self._take)

    def _take(self, use: "DiskUse") -> None:
        self._use = use
        self._show()

    def _show(self) -> None:
        use = self._use
        for name, line in self._lines.items():
            used = "" if use is None else f"{size(getattr(use, name))}   "
            line.show_text(f"{used}{short_folder(self._folders[name])}")
        spare = 0 if use is None else use.emptied
        self._empty.setEnabled(spare > 0)
        if not self._keep.isHidden():
            self._empty.setText(tr("Delete {size}").format(size=size(spare)))

    def _ask_first(self) -> None:
        """Show the button as it was before it was pressed."""
        if self._keep.hasFocus():
            self._empty.setFocus()
        self._keep.hide()
        self._empty.setText(tr(_EMPTY))

    def _on_empty(self) -> None:
        if self._keep.isHidden():
            self._keep.show()
            self._show()
            return
        self._ask_first()
        self._empty.setEnabled(False)
        profile, video = self._scope.profile, self._video()

        def empty() -> str:
            from tivm_desktop.domain.errors import FileError
            from tivm_desktop.library.disk_use import empty_cache

            try:
                return tr("{size} freed.").format(size=size(empty_cache(profile, video)))
            except FileError as error:
                return spoken(error.sentence)

        self._scope.engine.aside(empty, self._say)

    def _say(self, sentence: str) -> None:
        self._outcome.setText(sentence)
        self._outcome.show()
        self._look()

    def _video(self) -> Path | None:
        video = self._scope.engine.video
        return None if video is None else video.path
