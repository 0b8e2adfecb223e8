"""Who is let in, by which pages, and what is told of it?"""
