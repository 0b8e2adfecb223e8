"""Who are the beneficiaries?"""
