"""What became of the people this partnership trained?"""
