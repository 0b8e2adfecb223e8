"""Who was funded what, when first, and what is known of each person?"""
