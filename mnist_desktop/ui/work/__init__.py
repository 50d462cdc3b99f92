"""Work: jobs, and the commands that start them."""
