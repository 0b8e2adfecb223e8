"""Do packages of statistical offices round and suppress as our rules do? `make oracles` tells."""
