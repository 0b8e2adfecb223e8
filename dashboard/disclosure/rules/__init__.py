"""By which rules is each count released?"""
