"""How do documents look on paper, and at which addresses are they?"""
