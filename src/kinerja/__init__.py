"""The arithmetic of Indonesian government performance accountability: pure, exact, and able to explain itself."""
