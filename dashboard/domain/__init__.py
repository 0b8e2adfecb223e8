"""The field's own terms and arithmetic: pure, no input or output, importing nothing of the other floors."""
