"""Agencies and places: a department merged in 2025, a commune that is no more, two spellings.

Cơ quan, địa danh, chữ viết tắt
"""
