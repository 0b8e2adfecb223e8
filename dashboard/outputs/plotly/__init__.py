"""How is a chart drawn in a browser? The only rooms that know plotly's schema, one file a kind of chart."""
