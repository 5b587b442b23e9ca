"""Judging rankings: ranks of what belongs together, figures of them, intervals."""
