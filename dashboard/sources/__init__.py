"""Where the tables are read, checked, held and counted; only `publication` may ask them."""
