"""Everything that can happen to a zaak: one function per act, each under ``@handeling``, grouped by noun."""
