"""Legal bases and documents cited."""
