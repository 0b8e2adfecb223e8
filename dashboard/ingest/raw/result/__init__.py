"""What does an import write, and what does it tell of what it did?"""
