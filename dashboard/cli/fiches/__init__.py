"""How are the documents of all regions written into a folder?"""
