"""How are the reference files read: codebook, budgets, published figures, benchmarks?"""
