"""The audition: audio-clocked mixer and frame queue. No Qt."""
