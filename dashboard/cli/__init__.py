"""What can be done with a study from the command line? One file, or one folder, a command; `commands.py` lists them."""
