"""Who answered the survey, when, and are they like those who did not?"""
