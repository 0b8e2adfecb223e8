"""How many women and men, and how old are they?"""
