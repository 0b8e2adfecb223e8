"""Does every file still say what it said at an older commit? See `python -m tools.unchanged`."""
