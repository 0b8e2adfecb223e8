"""What shape has a table: where is its header, which names has it, which records are its rows?"""
