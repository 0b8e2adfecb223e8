"""Which figures of the report come out of the loaded tables?"""
