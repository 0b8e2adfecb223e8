"""How do the regions differ, and how did the partnership reach them?"""
