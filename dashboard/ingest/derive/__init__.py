"""Which variables follow from those of the cleaned tables, whatever counts them?"""
