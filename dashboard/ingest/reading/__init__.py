"""How are the four tables read from files?"""
