"""Which claims and clauses of several accounts tell one matter, and how sure that is."""
