"""How the place index is compiled: `sources` reads the packages, `names` cleans, `centres` measures, `pack` writes."""
