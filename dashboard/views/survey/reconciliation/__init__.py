"""Which figures of the study come out of the loaded tables?"""
