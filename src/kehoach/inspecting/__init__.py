"""What an officer asks of a plan and of the registers."""
