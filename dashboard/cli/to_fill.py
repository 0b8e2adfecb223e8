"""How is a text written that only whoever knows the study can fill in?"""

TO_FILL = "À COMPLÉTER"


def to_fill(what: str) -> str:
    """A text that is to be filled in, and what it is about."""
    return f"{TO_FILL} : {what}"
