"""How fast is the dashboard, and where does the time go?"""
