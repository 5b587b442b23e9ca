"""What each of the 1000 ImageNet classes brings into a scene: tables by family, written to be read."""
