"""The comparison of the paper on paired data: cells, workers, tables, plots, paired significance."""
