"""What runs in the process of its own that spreadsheets are read in: it may die of a file, and nothing else does."""
