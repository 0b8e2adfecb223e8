"""What has changed since the previous edition of the tables?"""
