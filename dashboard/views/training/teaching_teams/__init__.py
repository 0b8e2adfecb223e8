"""Which teaching teams gave the funded units?"""
