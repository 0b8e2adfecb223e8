"""How are tables held in memory counted?"""
