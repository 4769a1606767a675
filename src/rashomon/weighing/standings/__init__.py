"""In what the accounts of one matter part, and how they stand to each other."""
