"""Arrays to features: packs, execution providers, the only place that makes an InferenceSession."""
