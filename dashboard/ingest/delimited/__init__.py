"""How does a text file, whoever wrote it, become records of cells?"""
