"""What may whoever operates the dashboard know of it: that it lives, how it fares, what it was asked?"""
