"""Packs made from published weights: torch modules exported to ONNX, with their manifest."""
