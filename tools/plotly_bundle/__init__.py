"""Which part of plotly.js does a browser get, and how is that file made?"""
