"""In which lists are people chosen, and what is a reader told of the selection that they have made?"""
