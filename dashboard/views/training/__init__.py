"""What did they study, and at what cost?"""
