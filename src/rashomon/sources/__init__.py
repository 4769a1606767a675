"""Sources room."""
