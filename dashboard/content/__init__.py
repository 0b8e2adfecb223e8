"""What does a view make of released counts, before anything is drawn or written?"""
