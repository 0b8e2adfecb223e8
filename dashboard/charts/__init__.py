"""From numbers to figures: one small pure function a chart kind, in plotly's schema as plain dictionaries."""
