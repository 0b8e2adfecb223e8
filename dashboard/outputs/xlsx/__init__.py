"""What does an exhibit look like as a workbook?"""
