"""Which cells, rows and tables break the codebook, and where?"""
