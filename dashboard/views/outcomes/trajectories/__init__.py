"""Who has kept a job?"""
