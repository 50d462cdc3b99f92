"""The stage Inside: the formula of the lecture over one page at a time of what happens in it."""
