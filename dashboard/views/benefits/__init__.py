"""What did the training bring, in their own words?"""
