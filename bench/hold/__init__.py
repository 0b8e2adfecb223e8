"""Does the dashboard hold, whatever it is sent, however slowly, and whoever is stopped meanwhile?"""
