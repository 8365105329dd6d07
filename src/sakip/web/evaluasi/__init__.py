"""Pages of the internal evaluation: set-up, recap, sheets, panel, LHE, objections."""
