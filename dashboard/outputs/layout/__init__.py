"""Where does each part of a chart stand, whatever draws it: frames of maps, places of labels and nodes, round ticks?"""
