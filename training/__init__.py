"""How the reader model is made: corpora in, one ONNX folder out.

Takes: the corpora marked *train*. Gives: the folder ``src/vedette/reading/model``.
Measured by: ``python -m benchmarks reports``. Needs the dependency group ``training`` (torch); nothing else does.
"""
