"""What charts are drawn from, as arrays: bars, curves, ellipses, planes, grids."""
