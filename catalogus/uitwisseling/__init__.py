"""The exchange file: a catalogue as readable JSON, read and written whole.

``vorm`` and ``vormen`` say what a row looks like in the file, ``ontleden`` keeps line numbers, ``lezen`` checks,
``laden`` writes to the database, ``schrijven`` makes the file. The same form serves copying a version and comparing
two.
"""
