"""What does each cell of a raw row mean, once it is written as the codebook has it?"""
