"""Catalogues that outgrow one machine: analysed on a Ray cluster into a folder that everyone may open."""
