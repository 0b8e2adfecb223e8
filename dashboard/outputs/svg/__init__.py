"""Charts as SVG of our own: for a page by day and by night, a picture and a print."""
