"""Tests of how runs begin and end."""
