"""The window: its frame, its panels, its menus."""
