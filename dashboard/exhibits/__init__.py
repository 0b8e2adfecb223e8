"""What does a reader see, and take away, of a view?"""
