"""How many, and where?"""
