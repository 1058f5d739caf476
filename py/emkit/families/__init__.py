"""The models that the engine can fit."""
