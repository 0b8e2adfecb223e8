"""Who may log in, and what has been done?"""
