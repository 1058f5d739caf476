"""Numbers on their way in: observations, pasted text, named samples."""
