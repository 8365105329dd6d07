"""The annual performance report (LKjIP) of one unit and one year."""
