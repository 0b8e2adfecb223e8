"""How is each kind of chart drawn on a slide that no office program has a chart for?"""
