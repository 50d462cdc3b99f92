"""The numbers: digits, network, evaluation. NumPy only, neither Qt nor matplotlib."""
