"""How well a scorer finds the music of a video and the video of a music: ranks, figures, intervals, folds."""
