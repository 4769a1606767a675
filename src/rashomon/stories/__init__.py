"""Stories room."""
