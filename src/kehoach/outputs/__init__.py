"""Word templates and contexts in, documents out; nothing here knows what a plan is."""
