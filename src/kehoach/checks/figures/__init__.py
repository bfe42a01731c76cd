"""Figures, money, tables: totals, shares, rates, formulas; an amount a thousand times too big.

Số liệu, kinh phí, bảng
"""
