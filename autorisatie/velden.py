"""Model fields that keep a secret."""

from typing import Any

from django.db import models

from autorisatie.versleuteling import Geheim


class GeheimVeld(models.BinaryField):
    """Encrypted text. In Python it is a :class:`Geheim`; assigning a ``str`` encrypts it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: bytes | None, expression: object, connection: object) -> Geheim | None:
        return None if value is None else Geheim(value)

    def to_python(self, value: Any) -> Any:
        return Geheim.van(value) if isinstance(value, str) and value else value

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, str):
            value = Geheim.van(value) if value else None
        if isinstance(value, Geheim):
            value = value.versleuteld
        return super().get_prep_value(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return super().get_db_prep_value(self.get_prep_value(value), connection, prepared)
