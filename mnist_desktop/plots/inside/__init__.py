"""Pictures of the network at work on one image: one file a page of the stage Inside."""
