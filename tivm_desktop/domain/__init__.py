"""Pure types and functions: analyses, axes, ranking, placement. No I/O, no Qt, no ONNX."""
