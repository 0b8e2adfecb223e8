"""Which mapping do the files of a source suggest: from their headers, synonyms of the codebook, and values?"""
