"""PyTorch only; never imported by the application."""
