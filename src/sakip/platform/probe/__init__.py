"""Answers from live data: the protocol of a probe and the registry in which apps put theirs.

A probe names criteria of instruments that it can speak about, reads through selectors, and returns how far the
criterion is met with the records behind it. It never decides: a person accepts its suggestion or overrides it with a
reason. Evaluation knows only this registry, never the apps behind it.
"""
