"""What the machine is doing: on mains or battery, and whether anybody is at it."""
