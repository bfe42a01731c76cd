"""Two versions of a plan, or a plan and its paper."""
