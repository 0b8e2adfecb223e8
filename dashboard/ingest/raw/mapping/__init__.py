"""Which column of a source feeds which variable, and which answer means which code?"""
