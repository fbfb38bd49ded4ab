"""All settings, from the environment. Outside the demo and the tests a missing one stops the start with a sentence."""

import os
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import environ
from cryptography.fernet import Fernet
from csp.constants import NONE, SELF

BASIS = Path(__file__).resolve().parent.parent
env = environ.Env()
if (BASIS / ".env").is_file():
    env.read_env(BASIS / ".env")

DEMO = env.bool("MIJNZAKEN_DEMO", default=False)
TEST = env.bool("MIJNZAKEN_TEST", default=False)
ZONDER_OMGEVING = DEMO or TEST
VAR = Path(env.str("MIJNZAKEN_VAR", default=str(BASIS / "var")))


def verplicht(naam: str, vervanging: str = "") -> str:
    """A setting that production must give; the demo and the tests have a replacement."""
    waarde = env.str(naam, default="")
    if waarde:
        return waarde
    if ZONDER_OMGEVING and vervanging:
        return vervanging
    sys.exit(f"Mijn Zaken start niet: de instelling {naam} ontbreekt. Zet haar in de omgeving of in .env.")


def demosleutel(naam: str, maak: str) -> str:
    """A key that the demo made once and keeps in its own folder, readable by its user only."""
    pad = VAR / "sleutels" / naam
    if not pad.is_file():
        pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as bestand:
            bestand.write(maak)
    return pad.read_text()


def _vervanging(naam: str) -> str:
    if TEST:
        return "P1Xo1nR3oWmVn2v7n8L4q0d3b6u9y2s5k8m1p4t7w0E="
    return demosleutel(naam, Fernet.generate_key().decode()) if DEMO else ""


SECRET_KEY = verplicht("SECRET_KEY", _vervanging("django"))
SLEUTELS = verplicht("MIJNZAKEN_SLEUTELS", _vervanging("versleuteling")).split(",")
ZOEKSLEUTEL = verplicht("MIJNZAKEN_ZOEKSLEUTEL", _vervanging("zoeken"))
DATABASE_URL = verplicht("DATABASE_URL")
ALLOWED_HOSTS = verplicht("MIJNZAKEN_HOSTS", "127.0.0.1,localhost,testserver").split(",")
if DEMO and not set(ALLOWED_HOSTS) <= {"127.0.0.1", "localhost", "[::1]", "testserver"}:
    sys.exit("Mijn Zaken start niet: MIJNZAKEN_DEMO mag alleen met hosts op deze machine (127.0.0.1, localhost).")
REDIS_URL = "" if ZONDER_OMGEVING else verplicht("REDIS_URL")
if TEST:
    REDIS_URL = env.str("REDIS_URL", default="")
DEBUG = False

SILENCED_SYSTEM_CHECKS = ["guardian.W001"]  # its tables are used, its backend is not

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "guardian",
    "csp",
    "django_htmx",
    "catalogus",
    "autorisatie",
    "mijnzaken.bronnen",
    "mijnzaken.documenten",
    "mijnzaken.klanten",
    "mijnzaken.berichten",
    "mijnzaken.zaken",
    "mijnzaken.inrichting",
    "mijnzaken.openbaar",
    "mijnzaken.portaal",
    "mijnzaken.api",
    "backoffice.werkvoorraad",
    "backoffice.behandeling",
    "backoffice.kcc",
    "backoffice.sturing",
    "backoffice.beheer",
]
if ZONDER_OMGEVING:
    INSTALLED_APPS.append("mijnzaken.voorbeeld")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "autorisatie.toegang.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "autorisatie.toegang.ToegangMiddleware",
]
ROOT_URLCONF = "mijnzaken.urls"
WSGI_APPLICATION = "mijnzaken.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASIS / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "builtins": ["catalogus.templatetags.mz", "django.templatetags.i18n", "django.templatetags.static"],
            "libraries": {"mz": "catalogus.templatetags.mz"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "mijnzaken.openbaar.context.pagina",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {"default": {**env.db_url_config(DATABASE_URL), "CONN_MAX_AGE": 0}}
DATABASES["default"]["HOST"] = unquote(DATABASES["default"]["HOST"])  # a socket folder is written with %2F
if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
    sys.exit("Mijn Zaken start niet: DATABASE_URL moet naar PostgreSQL wijzen.")
if env.bool("MIJNZAKEN_DB_POOL", default=not TEST):
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {
        "min_size": 1,
        "max_size": env.int("MIJNZAKEN_DB_POOL_GROOTTE", default=8),
        "timeout": 10,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "autorisatie.Gebruiker"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.BaseBackend"]
ANONYMOUS_USER_NAME = None  # guardian makes no user of its own

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [BASIS / "mijnzaken" / "vertalingen"]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASIS / "mijnzaken" / "statisch"
STATICFILES_DIRS = [BASIS / "mijnzaken" / "vormgeving" / "gebouwd"]
_BESTANDEN = VAR / "documenten"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": _BESTANDEN}},
    "documenten": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": _BESTANDEN}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TEST
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
if env.str("MIJNZAKEN_S3_EMMER", default=""):
    STORAGES["documenten"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env.str("MIJNZAKEN_S3_EMMER"),
            "endpoint_url": env.str("MIJNZAKEN_S3_ADRES", default=None),
            "access_key": env.str("MIJNZAKEN_S3_SLEUTEL", default=None),
            "secret_key": env.str("MIJNZAKEN_S3_GEHEIM", default=None),
            "default_acl": None,
            "querystring_auth": True,
        },
    }
MAX_BESTAND = env.int("MIJNZAKEN_MAX_BESTAND", default=50 * 1024 * 1024)  # bytes
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
SCANNER = env.str("MIJNZAKEN_SCANNER", default="demo" if ZONDER_OMGEVING else "clamd")
CLAMD_ADRES = env.str("MIJNZAKEN_CLAMD", default="unix:/run/clamav/clamd.ctl")

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

CELERY_BROKER_URL = REDIS_URL or "filesystem://"
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = (
    {"visibility_timeout": 3600, "socket_connect_timeout": 1, "socket_timeout": 5}
    if REDIS_URL
    else {
        "data_folder_in": str(VAR / "wachtrij"),
        "data_folder_out": str(VAR / "wachtrij"),
        "control_folder": str(VAR / "wachtrij-beheer"),
    }
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 300
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_ROUTES = {"mijnzaken.berichten.*": {"queue": "berichten"}, "mijnzaken.documenten.*": {"queue": "documenten"}}
CELERY_TASK_DEFAULT_QUEUE = "standaard"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR / "rooster")
CELERY_BEAT_SCHEDULE: dict[str, dict[str, object]] = {}

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = int(timedelta(hours=24).total_seconds())
SESSIE_MINUTEN = 15
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not ZONDER_OMGEVING
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_SSL_REDIRECT = not ZONDER_OMGEVING
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("MIJNZAKEN_ACHTER_PROXY", default=False) else None
SECURE_HSTS_SECONDS = 0 if ZONDER_OMGEVING else 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "mijnzaken.openbaar.fouten.csrf"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

EMAIL_BACKEND = (
    "mijnzaken.berichten.postvak.PostvakBackend" if DEMO else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_TIMEOUT = 10
if not ZONDER_OMGEVING or env.str("MIJNZAKEN_EMAIL_URL", default=""):
    vars().update(env.email_url_config(verplicht("MIJNZAKEN_EMAIL_URL")))
DEFAULT_FROM_EMAIL = env.str("MIJNZAKEN_AFZENDER", default="Gemeente Demostad <noreply@demostad.example>")

GEMEENTE = {
    "naam": env.str("MIJNZAKEN_GEMEENTE", default="Demostad"),
    "volledige_naam": env.str("MIJNZAKEN_GEMEENTE_VOLLEDIG", default="Gemeente Demostad"),
    "telefoon": env.str("MIJNZAKEN_TELEFOON", default="14 070"),
    "rsin": env.str("MIJNZAKEN_RSIN", default="002564440"),
    "bestuursorgaan": env.str("MIJNZAKEN_BESTUURSORGAAN", default="Burgemeester en wethouders"),
    "adres": env.str("MIJNZAKEN_ADRES", default="Postbus 1, 1000 AA Demostad"),
}
BASISADRES = env.str("MIJNZAKEN_BASISADRES", default="http://127.0.0.1:8000")
METRICS_NETWERKEN = env.list("MIJNZAKEN_METRICS_NETWERKEN", default=["127.0.0.1/32", "::1/128"])

# The registers: an empty address is the stand-in, which only the demo and the tests may use.
BRONNEN = {
    naam: {
        "url": env.str(f"MIJNZAKEN_{naam.upper()}_URL", default=""),
        "sleutel": env.str(f"MIJNZAKEN_{naam.upper()}_SLEUTEL", default=""),
    }
    for naam in ("BRP", "KvK", "BAG")
}
SMS = {"url": env.str("MIJNZAKEN_SMS_URL", default=""), "sleutel": env.str("MIJNZAKEN_SMS_SLEUTEL", default="")}
WEBHOOK_HOSTS = env.list("MIJNZAKEN_WEBHOOK_HOSTS", default=[])
