"""What analyses are made with on each machine of a cluster, and that it is the same on all of them."""

from dataclasses import dataclass

from tivm_desktop.cluster.work import MadeWith
from tivm_desktop.domain.errors import PackError
from tivm_desktop.domain.progress import Progress
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.sessions import ProviderChoice
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.analysed import SOUND_VERSION
from tivm_desktop.matching.packs import find_pack
from tivm_desktop.matching.tools import AnalysisTools, ToolMaker
from tivm_desktop.matching.track_describer import ranking_key


def made_with(pack: Pack) -> MadeWith:
    """Return what tells analyses made with `pack` from others.

    Raises:
        PackError: its calibration can't be used.
    """
    return MadeWith(pack.music.encoder_id, SOUND_VERSION, ranking_key(pack))


@dataclass(frozen=True)
class NodeTools:
    """Makes the tools in a worker of any machine; can be pickled.

    The pack is looked for there: by its name among the packs of that machine, or in a folder that all see.
    """

    pack: str | None
    """As `--pack` was given; None for the pack that came with the program."""
    provider: ProviderChoice
    expected: MadeWith

    def __call__(self) -> AnalysisTools:
        """Find the pack and load the encoder.

        Raises:
            PackError: there is no such pack here, or it is another one.
            ProviderError: the provider asked for is not to be had here.
        """
        pack = find_pack(self.pack, Profile())
        if made_with(pack) != self.expected:
            raise PackError(
                pack.folder,
                f"The pack in {pack.folder} is another one than where indexing was started; install the same"
                " version of the program and of the pack on every machine of the cluster.",
            )
        tools = ToolMaker(pack.folder, self.provider)()
        _ = tools.music_encoder
        return tools


def try_tools(tools: object, *, progress: Progress) -> None:  # noqa: ARG001 - made before this is called
    """Do nothing, in a worker that could make its tools."""
    progress(0.0, 0.0)
