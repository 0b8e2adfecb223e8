"""How many units was a beneficiary funded?"""
