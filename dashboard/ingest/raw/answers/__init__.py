"""Which questionnaire counts for whom, at which wave, and what does it say?"""
