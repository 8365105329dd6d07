"""The report of an evaluation (LHE) as PDF and DOCX."""
