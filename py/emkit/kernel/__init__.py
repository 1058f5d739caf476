"""The E-step of Gaussian mixtures in C, for a machine and for a browser, called through ctypes.

``kernel.c`` is the one source. What it is compiled to lies beside it; without that, or where it
does not work, NumPy computes the same numbers.
"""
