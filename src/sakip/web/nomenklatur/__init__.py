"""The nomenclature: its versions, their entries, what changed between them and what maps to what."""
