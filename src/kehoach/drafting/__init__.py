"""What an officer starts from: a new plan, next year's plan, one form, mended text."""
