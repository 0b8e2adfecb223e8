"""Who answered, what agrees with the study, and how is everything counted?"""
