"""Qt only: window, panels, item models, theme."""
