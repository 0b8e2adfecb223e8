"""How does a raw file, of whatever kind, become tables of text without being told anything of it?"""
