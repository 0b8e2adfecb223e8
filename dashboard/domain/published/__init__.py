"""What does the study print, and does it come out of the loaded tables?"""
