"""What does the report of an import tell, on one page to read and print?"""
