"""What do the views of several pages share?"""
