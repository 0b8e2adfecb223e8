"""The pages: what a browser is sent, and what it may ask for."""
