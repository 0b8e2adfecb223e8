"""What are the figures that everybody asks for first?"""
