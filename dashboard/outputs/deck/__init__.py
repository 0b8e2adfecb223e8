"""What does a presentation made of exhibits look like, whose every chart can still be edited?"""
