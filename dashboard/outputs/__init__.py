"""Writers of an exhibit: what a reader takes away is what the page shows."""
