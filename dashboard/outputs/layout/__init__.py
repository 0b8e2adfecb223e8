"""Where does each part of a chart stand, whatever draws it: measured text, frames of maps, places of labels and nodes?"""
