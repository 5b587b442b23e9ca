"""Going through the video, joined: transport, shuttle, steps, loop, and from track to track."""

from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.list_keys import bind_list
from tivm_desktop.gui.loop_control import LoopControl
from tivm_desktop.gui.preview import Preview
from tivm_desktop.gui.shuttle import Shuttle
from tivm_desktop.gui.stepping import Stepping
from tivm_desktop.gui.timeline import Timeline
from tivm_desktop.gui.track_view import TrackView
from tivm_desktop.gui.transport import Transport
from tivm_desktop.gui.transport_control import TransportControl


def join_playing(
    desk: Desk, preview: Preview, transport: Transport, view: TrackView, timeline: Timeline
) -> None:
    """Make the controls of playing; they live as long as the window."""
    stepping = Stepping(desk.engine, preview, desk.window)
    TransportControl(desk, stepping, transport)
    Shuttle(desk, stepping, transport)
    LoopControl(desk, transport, timeline)
    bind_list(view, desk.engine.auditions, desk.shortcuts)
