"""Who does what: a project without a lead, an agency with a duty but no copy of the plan.

Phân công
"""
