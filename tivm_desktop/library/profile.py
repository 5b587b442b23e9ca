"""Where the program keeps what it remembers: one folder, or the places the system has for it."""

from pathlib import Path

import platformdirs

from tivm_desktop.domain.errors import FileError

_APPLICATION = "tivm-desktop"


class Profile:
    """The folders of one user of the program.

    Nothing is made on disk before `create` is called.
    """

    def __init__(self, root: Path | None = None) -> None:
        """Use the folders below `root`, or without it the ones the system's conventions name.

        Args:
            root: moves configuration, data, cache and log together (`--profile DIR`).
        """
        if root is None:
            system = platformdirs.PlatformDirs(_APPLICATION, appauthor=False)
            self.config_folder = Path(system.user_config_path)
            self.data_folder = Path(system.user_data_path)
            self.cache_folder = Path(system.user_cache_path)
            self.log_folder = Path(system.user_log_path)
        else:
            root = root.expanduser().absolute()
            self.config_folder = root / "config"
            self.data_folder = root / "data"
            self.cache_folder = root / "cache"
            self.log_folder = root / "log"
        self.root = root

    @property
    def database(self) -> Path:
        """What analysis found out, one SQLite file."""
        return self.data_folder / "library.sqlite3"

    @property
    def packs_folder(self) -> Path:
        """Model packs the user added."""
        return self.data_folder / "packs"

    @property
    def catalogues_folder(self) -> Path:
        """Copies of shared catalogues that are kept in buckets."""
        return self.data_folder / "catalogues"

    @property
    def gpu_folder(self) -> Path:
        """GPU support, where the user has added it."""
        return self.data_folder / "gpu"

    @property
    def proxies_folder(self) -> Path:
        """Small copies of videos' pictures; part of the cache."""
        return self.cache_folder / "proxies"

    @property
    def vectors_folder(self) -> Path:
        """What the fit of each track is computed from; part of the cache, made anew of the analyses."""
        return self.cache_folder / "vectors"

    @property
    def speech_folder(self) -> Path:
        """Where somebody speaks in videos."""
        return self.cache_folder / "speech"

    @property
    def demo_folder(self) -> Path:
        """The demo's film and music, made on this computer; part of the cache."""
        return self.cache_folder / "demo"

    @property
    def log_file(self) -> Path:
        """The program's own log."""
        return self.log_folder / "tivm-desktop.log"

    @property
    def worker_log_file(self) -> Path:
        """What analysis workers and the decoders in them had to say."""
        return self.log_folder / "workers.log"

    @property
    def faults_file(self) -> Path:
        """Stacks of crashes."""
        return self.log_folder / "faults.log"

    @property
    def mark_file(self) -> Path:
        """What the running window holds."""
        return self.data_folder / "running"

    @property
    def session_file(self) -> Path:
        """What the window was at."""
        return self.config_folder / "session.json"

    def create(self) -> None:
        """Make the folders that are missing.

        Raises:
            FileError: a folder can't be made or written.
        """
        for folder in (self.config_folder, self.data_folder, self.cache_folder, self.log_folder):
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise FileError(
                    folder,
                    f"The folder {folder} can't be made ({error.strerror or error}); choose one with"
                    " --profile DIR.",
                ) from error
