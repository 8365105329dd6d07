"""Kota Metro (data contoh): the example city of demo/metro."""
