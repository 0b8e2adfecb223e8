"""Who comes back after the first year, and when?"""
