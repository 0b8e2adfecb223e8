"""Which lines of two tables are the same, and how far apart are they?"""
