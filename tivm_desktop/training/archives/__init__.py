"""Paired feature archives: read, checked, written, and made from other sources. numpy only."""
