"""What day words mean: time expressions to values on the calendar."""
