"""The two towers: what they are made of, and the losses they are trained with."""
