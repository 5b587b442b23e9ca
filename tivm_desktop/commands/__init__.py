"""What each `tivm` command takes and does."""
