"""What is in the document of the whole study, for any selection?"""
