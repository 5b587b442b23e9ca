"""Going through the video, joined: transport, shuttle, steps, loop, and from track to track."""

from PySide6.QtWidgets import QWidget

from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.list_keys import bind_list
from tivm_desktop.gui.loop_control import LoopControl
from tivm_desktop.gui.preview import Preview
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.shuttle import Shuttle
from tivm_desktop.gui.stepping import Stepping
from tivm_desktop.gui.timeline import Timeline
from tivm_desktop.gui.track_view import TrackView
from tivm_desktop.gui.transport import Transport
from tivm_desktop.gui.transport_control import TransportControl


def join_playing(
    engine: Engine,
    preview: Preview,
    transport: Transport,
    view: TrackView,
    timeline: Timeline,
    shortcuts: Shortcuts,
    window: QWidget,
) -> None:
    """Make the controllers of playing; they live as long as `window`."""
    stepping = Stepping(engine, preview, window)
    TransportControl(engine, stepping, transport, shortcuts, window)
    Shuttle(engine, stepping, transport, shortcuts, window)
    LoopControl(engine, transport, timeline, shortcuts, window)
    bind_list(view, engine.auditions, shortcuts)
