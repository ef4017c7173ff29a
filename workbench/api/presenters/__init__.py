"""Rows as they are sent: TypedDicts, built away from the models; the OpenAPI schemas are read from the same types."""
