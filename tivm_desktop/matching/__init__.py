"""Joins media, encoders, library and domain: analyse a video, analyse tracks, suggest."""
