"""How many beneficiaries of each cohort live in each region?"""
