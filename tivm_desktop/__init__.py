"""TIVM Desktop: music from your own folder, ranked by how well it fits your video."""

__version__ = "0.1.0"
