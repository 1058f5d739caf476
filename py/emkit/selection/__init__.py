"""How many components, and which covariances: criteria, cross-validation, tests, a table."""
