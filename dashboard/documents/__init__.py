"""Which documents are made of a selection, to be printed or handed out, and what is in each, before it is drawn?"""
