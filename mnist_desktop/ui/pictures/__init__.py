"""Pictures: between arrays and Qt, read, dragged."""
