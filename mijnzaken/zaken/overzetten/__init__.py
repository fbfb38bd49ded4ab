"""Running zaken to another version of their zaaktype: what fits (``kaart``), what does not (``rapport``), and the order
that a worker carries out in portions (``opdracht``).
"""
