"""Synthetic microdata calibrated on the published study; a build-time package that the dashboard never imports."""
