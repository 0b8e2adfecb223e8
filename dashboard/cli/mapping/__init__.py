"""How is the mapping of a source proposed on the command line?"""
