"""One file a view; the catalogue finds them."""
