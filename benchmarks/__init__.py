"""How good and how fast Vedette is: one command a boundary, each with its constant baseline beside the score."""
