"""What is a browser sent, and what may it ask for?"""
