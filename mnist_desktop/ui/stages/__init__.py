"""The stages: what stands beside the gallery, one tab each, on matplotlib canvases."""
