"""The stage Draw: the board, how a drawing is prepared, and pictures from elsewhere."""
