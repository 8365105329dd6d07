"""Performance benchmarks: our figure beside what a user would pick instead, as a ratio in one run."""
