"""Are contracts stable or precarious, before and after?"""
