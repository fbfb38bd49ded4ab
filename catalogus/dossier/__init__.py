"""The file of a process that is being connected: what its risk demands, and whether that is still in order."""
