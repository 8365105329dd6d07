"""Findings: what the checks of every app report about plans, agreements and figures, and what people say to them.

An app declares its checks in `checks.py`; a page asks this registry, never the apps behind it. Findings are
computed from the rows as they stand; only what somebody acknowledged, with the reason, is stored (ADR 0033).
"""
