"""What of two clauses is held against each other: their words, figures, days, places, and sides of a pair."""
