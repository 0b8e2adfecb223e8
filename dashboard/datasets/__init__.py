"""Which versions of the tables have been published, and which is the current one?"""
