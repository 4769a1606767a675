"""What is told on whose word: an article's findings to its claims."""
