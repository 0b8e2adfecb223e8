"""How is what an engine has counted once kept, for every selection along the same variables?"""
