"""Log lines: one JSON object each in production, readable ones in the demo, and never a BSN or a secret in them."""

import re
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

_NEGEN_CIJFERS = re.compile(r"(?<![\d-])\d(?:[ .-]?\d){8}(?![\d-])")
_GEHEIME_NAAM = re.compile(
    r"bsn|wachtwoord|password|secret|geheim|sleutel|token|authorization|cookie|sessie|session|iban|code_verifier", re.I
)
_TOEWIJZING = re.compile(
    r"(?P<naam>\b[\w-]*(?:bsn|password|wachtwoord|secret|token|authorization|sessionid|api[_-]?key)[\w-]*\b"
    r"[\"']?\s*[=:]\s*[\"']?(?:bearer\s+)?)(?P<waarde>[^\s\"'&,;}\)]+)",
    re.I,
)
_URL_WACHTWOORD = re.compile(r"(://[^:/@\s]+:)[^@/\s]+@")
MASKER = "•••"


def maskeer(tekst: str) -> str:
    """``tekst`` without what looks like a BSN (nine digits), a key with its value, or a password in an address."""
    tekst = _URL_WACHTWOORD.sub(rf"\1{MASKER}@", tekst)
    tekst = _TOEWIJZING.sub(rf"\g<naam>{MASKER}", tekst)
    return _NEGEN_CIJFERS.sub(MASKER, tekst)


def _maskeer_waarde(naam: str, waarde: Any) -> Any:
    if _GEHEIME_NAAM.search(naam):
        return MASKER
    match waarde:
        case dict():
            return {sleutel: _maskeer_waarde(str(sleutel), deel) for sleutel, deel in waarde.items()}
        case list() | tuple() | set():
            return [_maskeer_waarde("", deel) for deel in waarde]
        case None | bool() | float():
            return waarde
        case int():
            return MASKER if 99_999_999 < abs(waarde) < 1_000_000_000 else waarde
        case _:
            return maskeer(str(waarde))


def maskeer_regel(_logger: WrappedLogger, _methode: str, regel: EventDict) -> EventDict:
    """structlog processor: every value of a line masked. Stands after the traceback was written out."""
    return {naam: _maskeer_waarde(naam, waarde) for naam, waarde in regel.items()}


def _voorbereiding() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]


def stel_in(*, als_json: bool, niveau: str) -> dict[str, Any]:
    """Set structlog up and give the value of Django's LOGGING, so that both kinds of lines take the same way out."""
    structlog.configure(
        processors=[*_voorbereiding(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    opmaak: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if als_json
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "regel": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": _voorbereiding(),
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.format_exc_info,
                    maskeer_regel,
                    opmaak,
                ],
            }
        },
        "handlers": {"uitvoer": {"class": "logging.StreamHandler", "formatter": "regel"}},
        "root": {"handlers": ["uitvoer"], "level": niveau},
        "loggers": {
            "django.server": {"handlers": ["uitvoer"], "propagate": False},
            "django.db.backends": {"level": "INFO"},  # statements hold values of persons
        },
    }
