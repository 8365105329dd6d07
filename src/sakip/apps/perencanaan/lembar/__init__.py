"""Spreadsheets of planning: lists that are read in, and plans that go out to a spreadsheet and come back."""
