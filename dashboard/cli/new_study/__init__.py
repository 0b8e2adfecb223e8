"""How does a study get a codebook of its own: a commented skeleton, or one that follows from its tables?"""
