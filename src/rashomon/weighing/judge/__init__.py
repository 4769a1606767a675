"""Whether two clauses of two accounts tell one thing: a small trained model."""
