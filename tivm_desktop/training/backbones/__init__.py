"""The frozen encoders as torch modules, and their export to packs."""
