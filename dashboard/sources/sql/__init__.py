"""How do engines that speak SQL count: DuckDB, PostgreSQL, Spark?"""
