"""The JSON Schemas of the workflow format and of the export."""
