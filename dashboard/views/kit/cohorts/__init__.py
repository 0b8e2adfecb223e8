"""How is each cohort divided into parts: what the views that answer so share, from counts to chart and words."""
