"""How many are employed at each wave, cohort by cohort?"""
