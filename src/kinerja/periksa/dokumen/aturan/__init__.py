"""The rules, one file per rule or per family of rules that look at the same differences."""
