"""How does a study become a version that is shown, and an earlier one be shown again?"""
