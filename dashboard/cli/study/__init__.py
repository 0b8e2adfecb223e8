"""What does a study offer, what does it lack, and why?"""
