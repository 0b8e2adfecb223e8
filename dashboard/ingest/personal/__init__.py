"""Which texts are personal data, as far as their form tells, wherever they stand?"""
