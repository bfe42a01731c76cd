"""What the plan's prose says: sentences, figures, and how the figures of a sentence go together.

Readers only: text in, typed values with offsets out. What is wrong is for the checks to say.
"""
