"""Why a message could not leave."""


class Onbezorgbaar(Exception):
    """By this way it will never arrive: no address, a refused receiver, somebody who died. Again does not help."""
