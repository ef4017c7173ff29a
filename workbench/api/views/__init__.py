"""The views: one class for each address, one short handler for each method."""
