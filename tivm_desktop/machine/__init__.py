"""What the machine is doing (on mains or battery, anybody at it), and processes of our own on it."""
