"""What would the same exhibits be as a plain Dash page? What this dashboard is measured against, in the same run.

It is what a good developer writes in a day who has our figures and does nothing for speed: for each page of the
dashboard one Dash application with one callback, `dcc.Dropdown` for each filter, `dcc.Graph` for each chart, key
figures and words as `html`. Nothing is made slow on purpose and nothing is tuned: Dash's own settings (no compression,
its renderer, its whole plotly.js), plotly's own Sankey, heatmap and bars, one trace a region, and as many workers under
the same gunicorn. It counts by our own code and so remembers what that remembers; it writes no tables that are
closed, no captions, exports, addresses, and nothing for keyboard or print, all of which the dashboard does in its time.
"""
