"""How large, how sure, and how different? Shares, intervals, tests and weights: pure arithmetic over counts."""
