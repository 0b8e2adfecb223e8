"""What does a manager see first?"""
