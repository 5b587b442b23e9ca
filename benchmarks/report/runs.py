"""Which benchmarks are run for the page, with which arguments."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.report.material import Material

Arguments = Callable[[Material], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Run:
    """One benchmark with its arguments; its last JSON document is kept under `name`."""

    name: str
    module: str
    arguments: Arguments = lambda _: ()
    wants: tuple[str, ...] = ()
    """Parts of the material without which it can't be run."""
    shown: str = ""
    """The arguments as the page shows them, material by its names."""
    needs_build: bool = False
    """Whether `./dev package` has to have been run."""


RUNS = (
    Run("startup", "startup"),
    Run("analysis", "analysis"),
    Run("suggest", "suggest", lambda m: [m.video, m.music], ("clips", "music"), "clips/… music"),
    Run("first_ranking", "first_ranking", lambda m: [m.video, m.music], ("clips", "music"), "clips/… music"),
    Run("encoders", "encoders"),
    Run("tempo_key", "tempo_key"),
    Run("loudness", "loudness"),
    Run("cuts", "cuts", wants=("clips",)),
    Run(
        "sync",
        "sync",
        lambda _: ["--minutes", "10", "--seeks", "50", "--speeds", "0.5", "1.5", "2", "--peer"],
        shown="--minutes 10 --seeks 50 --speeds 0.5 1.5 2 --peer",
    ),
    Run(
        "sync_under_load",
        "sync",
        lambda _: ["--minutes", "10", "--seeks", "20", "--burn", "2", "--analyse"],
        shown="--minutes 10 --seeks 20 --burn 2 --analyse",
    ),
    Run("switch", "switch"),
    Run("scrub", "scrub"),
    Run("export", "export"),
    Run("devices", "devices"),
    Run(
        "speech",
        "speech",
        lambda m: ["--speech", m.path("speech"), "--music", m.music],
        ("speech", "music"),
        "--speech speech --music music",
    ),
    Run("demo", "demo"),
    Run("library_cost", "library_cost", lambda _: ["--rounds", "3"], shown="--rounds 3"),
    Run("library_rescan", "library_rescan"),
    Run(
        "library_scale",
        "library_scale",
        lambda m: [m.path("scale"), "--profile", m.path("profile")],
        ("profile",),
        "scale --profile profile",
    ),
    Run("library_memory", "library_memory", lambda m: ["--music", m.music], ("music",), "--music music"),
    Run("library_faults", "library_faults", lambda m: ["--music", m.music], ("music",), "--music music"),
    Run(
        "library_cluster",
        "library_cluster",
        lambda m: [m.music, "--rounds", "1"],
        ("music",),
        "music --rounds 1",
    ),
    Run("moods", "moods", lambda m: [m.path("moods")], ("moods",), "moods"),
    Run("hubness", "hubness", lambda m: [m.path("judge"), m.music], ("judge", "music"), "judge music"),
    Run(
        "own_soundtrack",
        "own_soundtrack",
        lambda m: [m.path("clips"), m.music],
        ("clips", "music"),
        "clips music",
    ),
    Run(
        "pairs",
        "pairs",
        lambda m: [m.path("pairs/pairs.json"), m.path("pairs/bank"), m.music],
        ("pairs", "music"),
        "pairs/pairs.json pairs/bank music",
    ),
    Run("training", "training"),
    Run(
        "one_training",
        "one_training",
        lambda m: [m.path("muvi_sync.npz")],
        ("muvi_sync.npz",),
        "muvi_sync.npz",
    ),
    Run(
        "study_all",
        "study_folds",
        lambda m: [m.path("muvi_sync.npz"), m.path("study_all")],
        ("muvi_sync.npz", "study_all"),
        "muvi_sync.npz study_all",
    ),
    Run(
        "study_raw",
        "study_folds",
        lambda m: [m.path("muvi_sync.npz"), m.path("study_raw"), "--columns", "raw"],
        ("muvi_sync.npz", "study_raw"),
        "muvi_sync.npz study_raw --columns raw",
    ),
    Run("package_size", "package_size", needs_build=True),
    Run("package_build", "package_build", needs_build=True),
    Run("start", "start", needs_build=True),
)
