"""How towers are trained: batches, augmentation, checkpoints, processes, and the run that comes out."""
