"""Form, parts, signature: signature lines, typed numbers, a line too wide, TODO left over.

Thể thức, bố cục, chữ ký
"""
