"""Files to arrays: the only place that opens media."""
