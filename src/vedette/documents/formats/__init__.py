"""One module a format: a parcel in; drafts, issues, or parcels and links found inside it out.

A reader never reads what it finds inside: `receiving` does, so that nesting is bounded in one place.
"""
