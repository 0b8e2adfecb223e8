"""Where do analysis tables lie as files, for an engine that counts them without this process holding a row?"""
