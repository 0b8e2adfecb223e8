"""What became of them?"""
