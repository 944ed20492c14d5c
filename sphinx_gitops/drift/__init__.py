"""Workflows and what their repositories declare in, where the two differ out, each difference with both places."""
