"""Proves what the package promises: installs it on a bare system, uses it, and takes it away again."""
