"""How does gunicorn take in what is asked, and send what is answered?"""
