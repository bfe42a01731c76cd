"""Documents cited, legal bases: number, symbol, date, issuer; a basis no longer in force.

Căn cứ và văn bản được dẫn
"""
