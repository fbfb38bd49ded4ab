"""Applying: a draft is filled in step by step, checked and sent. The portal and the public site share it."""
