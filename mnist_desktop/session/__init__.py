"""What the window shows and how it changes: knows the model, and neither Qt nor matplotlib."""
