"""All figures in one place: `./dev bench --all` runs every benchmark and writes docs/benchmarks.md."""
