"""The gallery: every image of a split, to scroll, zoom and select."""
