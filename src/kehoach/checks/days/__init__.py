"""Days and years: a day that is not in the calendar, a deadline after the period.

Ngày, năm, thời hạn
"""
