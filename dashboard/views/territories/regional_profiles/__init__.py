"""Which regions have a profile of their own?"""
