"""Files: opened, saved, dropped, remembered."""
