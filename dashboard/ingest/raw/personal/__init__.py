"""Which columns of a raw file hold personal data, by their names and by what is written in them?"""
