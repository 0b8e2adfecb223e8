"""How do the exports that centres and the survey send become the cleaned tables of a study?"""
