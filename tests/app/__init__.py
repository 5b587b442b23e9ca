"""Tests of the whole program: what the command line makes of it, and real windows on a real X server."""
