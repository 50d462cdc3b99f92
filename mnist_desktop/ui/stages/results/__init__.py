"""The stage Results: how right the network is on the current split, and where it errs."""
