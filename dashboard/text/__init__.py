"""French sentences, numbers and dates, as a reader sees them."""
