"""Review: what changed between two plans, in the reader's words and in Word's tracked changes."""
