"""What is in the document about one region?"""
