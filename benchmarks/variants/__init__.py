"""Ways to raise accuracy that were tried, and how they are compared: what `accuracy.py` measures."""
