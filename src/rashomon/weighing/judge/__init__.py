"""Whether two clauses of two accounts tell one thing, or tell it against one another: a small trained model."""
