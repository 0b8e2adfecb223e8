"""Who is employed at a wave?"""
