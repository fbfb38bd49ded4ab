"""Decision tables: their shape (``inhoud``), their outcome (``tabel``), and both in words (``woorden``). Pure: no rows
of the database, so that the form, the public page and the case handler get the same outcome from the same table.
"""
