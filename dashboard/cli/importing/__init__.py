"""How do raw files become a folder of cleaned tables, or a report of why not?"""
