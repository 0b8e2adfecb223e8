"""Can the dashboard be served on this machine, with these settings and these data, and what is to be mended if not?"""
