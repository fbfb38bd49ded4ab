"""The versions of the autorisatiematrix as a thing to compare: lines of the screen, what differs, who wins by it, the
yearly review, and the file that one can keep and read back.

Pure: rights, the audit line and the transaction belong to the handelingen of ``mijnzaken.inrichting.matrix``.
"""
