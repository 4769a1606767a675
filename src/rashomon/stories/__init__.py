"""Stories room: which articles tell one story, and who or what is the same in all of them."""
