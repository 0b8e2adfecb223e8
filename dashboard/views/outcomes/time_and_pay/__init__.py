"""How do working time and pay compare before and after?"""
