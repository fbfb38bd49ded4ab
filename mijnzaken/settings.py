"""All settings, from the environment. Outside the demo and the tests a missing one stops the start with a sentence."""

from datetime import timedelta
from urllib.parse import unquote

from csp.constants import NONE, SELF

from autorisatie.inloggen.omgeving import lees as inlogmiddelen
from mijnzaken import logregels, omgeving
from mijnzaken.omgeving import BASIS, DEMO, PRODUCTIE, TEST, env, verplicht
from mijnzaken.rooster import ROOSTER

VAR = omgeving.map_voor_gegevens()
SECRET_KEY = omgeving.sleutel("SECRET_KEY", "django")
SLEUTELS = omgeving.sleutel("MIJNZAKEN_SLEUTELS", "versleuteling").split(",")
ZOEKSLEUTEL = omgeving.sleutel("MIJNZAKEN_ZOEKSLEUTEL", "zoeken")
ALLOWED_HOSTS = omgeving.hosts()
DATABASE_URL = verplicht("DATABASE_URL")
REDIS_URL = verplicht("REDIS_URL", "")
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
    "mijnzaken.meten",
    "backoffice.werkvoorraad",
    "backoffice.behandeling",
    "backoffice.kcc",
    "backoffice.sturing",
    "backoffice.beheer",
]
if not PRODUCTIE:
    INSTALLED_APPS.append("mijnzaken.voorbeeld")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "autorisatie.sessie.SessieMiddleware",
    "mijnzaken.openbaar.taal.TaalMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "autorisatie.toegang.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "autorisatie.herstel.FormulierMiddleware",
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
            "builtins": [
                "catalogus.templatetags.mz",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "autorisatie.templatetags.formulier",
            ],
            "libraries": {"mz": "catalogus.templatetags.mz"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "mijnzaken.openbaar.context.pagina",
                "autorisatie.sjabloon.context",
                "mijnzaken.portaal.context.portaal",
                "backoffice.navigatie.navigatie",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {"default": {**env.db_url_config(DATABASE_URL), "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}}
DATABASES["default"]["HOST"] = unquote(DATABASES["default"]["HOST"])  # a socket folder is written with %2F
if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
    omgeving.stop("DATABASE_URL moet naar PostgreSQL wijzen.")
_DATABASEOPTIES = DATABASES["default"].setdefault("OPTIONS", {})
if env.bool("MIJNZAKEN_DB_PLANNEN", default=True):
    _DATABASEOPTIES["prepare_threshold"] = 1
if env.bool("MIJNZAKEN_DB_POOL", default=False):
    _DATABASEOPTIES["pool"] = {
        "min_size": 1,
        "max_size": env.int("MIJNZAKEN_DB_POOL_GROOTTE", default=8),
        "timeout": 10,
    }
PORTAALROL = env.str("MIJNZAKEN_PORTAALROL", default="portaal")  # the role of what residents read: autorisatie/vangnet
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "autorisatie.Gebruiker"
AUTHENTICATION_BACKENDS = ["autorisatie.inloggen.medewerkers.Medewerkers"]
INLOGMIDDELEN = inlogmiddelen(env)  # digid, eherkenning, eidas, medewerker: those that the environment names
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
MAX_DOCUMENT = env.int("MIJNZAKEN_MAX_DOCUMENT", default=4 * 1024**3)  # bytes, sent in parts of MAX_BESTAND by a system
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = [
    "mijnzaken.documenten.binnenkomst.Grensbewaker",  # first: a file that is too large never reaches the disk
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Rights: how many days a review of a role lasts, and a draft of the matrix may wait before ``controleer`` says so.
HERZIENING_DAGEN = env.int("MIJNZAKEN_HERZIENING_DAGEN", default=365)
ONTWERP_DAGEN = env.int("MIJNZAKEN_ONTWERP_DAGEN", default=14)
SCANNER = env.str("MIJNZAKEN_SCANNER", default="clamd" if PRODUCTIE else "demo")
CLAMD_ADRES = env.str("MIJNZAKEN_CLAMD", default="unix:/run/clamav/clamd.ctl")

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

CELERY_BROKER_URL = REDIS_URL or "filesystem://localhost"
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = (
    {"visibility_timeout": 3600, "socket_connect_timeout": 1, "socket_timeout": 5}
    if REDIS_URL
    else {
        "data_folder_in": omgeving.eigen_map(VAR / "wachtrij"),
        "data_folder_out": omgeving.eigen_map(VAR / "wachtrij"),
        "control_folder": omgeving.eigen_map(VAR / "wachtrij-beheer"),
    }
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 300
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_ROUTES = {
    "mijnzaken.berichten.*": {"queue": "berichten"},
    "mijnzaken.documenten.*": {"queue": "documenten"},
}
CELERY_TASK_DEFAULT_QUEUE = "standaard"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR / "rooster")
CELERY_BEAT_SCHEDULE: dict[str, dict[str, object]] = {
    taak: {"task": taak, "schedule": timedelta(seconds=elke), "options": {"expires": elke}}
    for taak, elke in ROOSTER.items()
}

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = int(timedelta(hours=24).total_seconds())
SESSIE_MINUTEN = 15
if PRODUCTIE:  # a browser takes these names only from this very host, over https: no subdomain can plant one
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessie", "__Host-csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PRODUCTIE
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_SSL_REDIRECT = PRODUCTIE
SECURE_REDIRECT_EXEMPT = [r"^-/"]  # probes come over plain http
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("MIJNZAKEN_ACHTER_PROXY", default=False) else None
)
SECURE_HSTS_SECONDS = 31536000 if PRODUCTIE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "mijnzaken.openbaar.sessie.formulier_verouderd"
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

EMAIL_BACKEND = "mijnzaken.berichten.postvak.PostvakBackend" if DEMO else "django.core.mail.backends.smtp.EmailBackend"
EMAIL_TIMEOUT = 10
if PRODUCTIE or env.str("MIJNZAKEN_EMAIL_URL", default=""):
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
# Days. Who holds a role: how long at most, how long two people can't serve each other, when the review begins.
TOEKENNING_DAGEN = env.int("MIJNZAKEN_TOEKENNING_DAGEN", default=366)
WISSEL_DAGEN = env.int("MIJNZAKEN_WISSEL_DAGEN", default=30)
TOEKENNING_VOORUIT_DAGEN = env.int("MIJNZAKEN_TOEKENNING_VOORUIT_DAGEN", default=60)
WAARNEMING_DAGEN = env.int("MIJNZAKEN_WAARNEMING_DAGEN", default=56)
BASISADRES = env.str("MIJNZAKEN_BASISADRES", default="http://127.0.0.1:8000")
METRICS_NETWERKEN = env.list("MIJNZAKEN_METRICS_NETWERKEN", default=["127.0.0.1/32", "::1/128"])

# The registers: an empty address is the stand-in, which only the demo and the tests may use.
BRONNEN = {
    naam: {
        "url": env.str(f"MIJNZAKEN_{naam.upper()}_URL", default=""),
        "sleutel": env.str(f"MIJNZAKEN_{naam.upper()}_SLEUTEL", default=""),
    }
    for naam in ("BRP", "KvK", "BAG", "CCBR")
}
# A bewindvoerder looks after money, a mentor after care: which products (slugs) each may see and handle. Empty: none.
VERTEGENWOORDIGING = {
    aard: env.list(f"MIJNZAKEN_{aard.upper()}_PRODUCTEN", default=[]) for aard in ("bewindvoerder", "mentor")
}
# Shielding, and breaking the glass.
TOEGANG_DAGEN = env.int("MIJNZAKEN_TOEGANG_DAGEN", default=365)  # longest grant of a named person
GLAS_MINUTEN = env.int("MIJNZAKEN_GLAS_MINUTEN", default=60)  # how long broken glass stays open
GLAS_PER_DAG = env.int("MIJNZAKEN_GLAS_PER_DAG", default=5)  # attempts of one person, of whatever number
SMS = {"url": env.str("MIJNZAKEN_SMS_URL", default=""), "sleutel": env.str("MIJNZAKEN_SMS_SLEUTEL", default="")}
# The APIs: calls of one system in a minute; hosts to which references may lead, and are looked up.
API_VERZOEKEN_PER_MINUUT = env.int("MIJNZAKEN_API_VERZOEKEN_PER_MINUUT", default=6000)
API_VERWIJZING_HOSTS = env.list(
    "MIJNZAKEN_API_VERWIJZING_HOSTS", default=["referentielijsten-api.vng.cloud", "selectielijst.openzaak.nl"]
)
API_BESLOTEN_HOSTS = env.list("MIJNZAKEN_API_BESLOTEN_HOSTS", default=[])  # of those, which lie in an own network
WEBHOOK_HOSTS = env.list("MIJNZAKEN_WEBHOOK_HOSTS", default=[])
# Channels on which a register tells that something changed of a person; what comes on them is passed on to nobody.
API_PERSOONSKANALEN = env.list("MIJNZAKEN_API_PERSOONSKANALEN", default=["personen"])
ZAAKSYSTEMEN = omgeving.zaaksystemen(API_BESLOTEN_HOSTS)  # of others, asked for the status that they told of

LOGGING = logregels.stel_in(
    als_json=PRODUCTIE, niveau=env.str("MIJNZAKEN_LOGNIVEAU", default="INFO" if PRODUCTIE else "WARNING")
)
