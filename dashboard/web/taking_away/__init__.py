"""What may somebody take away or present: which file, under which policy, and what are they told before?"""
