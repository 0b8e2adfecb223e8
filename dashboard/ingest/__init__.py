"""How do files become tables that hold what the codebook promises, and then what is counted?"""
