"""What stands in the card of an exhibit?"""
