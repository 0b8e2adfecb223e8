"""How does a running dashboard come to show another version?"""
