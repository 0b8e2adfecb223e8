"""Where are the analysis tables held and counted? Only `publication` may ask."""
