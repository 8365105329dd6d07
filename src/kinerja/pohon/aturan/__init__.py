"""One rule, one file: each module holds `ATURAN`."""
