"""Do the degree pathways aim higher than the diplomas that people came with?"""
