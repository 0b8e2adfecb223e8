"""How do two selections differ?"""
