"""A story's claims as they are compared: whose word, what is quoted, of which instrument; and passages of texts."""
