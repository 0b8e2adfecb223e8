"""How is a chart drawn in a browser? Its description in plotly's schema; nothing outside this folder knows that schema."""
