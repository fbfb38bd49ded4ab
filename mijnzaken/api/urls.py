"""The addresses of the national APIs."""

from django.urls import URLPattern, path

from mijnzaken.api import views

_APIS = {
    "zaken": ["zaken"],
    "catalogi": ["zaaktypen"],
    "documenten": ["enkelvoudiginformatieobjecten"],
    "besluiten": ["besluiten"],
    "autorisaties": ["applicaties"],
    "klantinteracties": ["klantcontacten"],
}

urlpatterns: list[URLPattern] = [
    path("notificaties/api/v1/", views.wortel, {"bronnen": ["kanaal"]}, name="api_notificaties"),
    path("notificaties/api/v1/kanaal", views.kanalen, name="api_kanaal"),
]
for _api, _bronnen in _APIS.items():
    urlpatterns.append(path(f"{_api}/api/v1/", views.wortel, {"bronnen": _bronnen}, name=f"api_{_api}"))
    for _bron in _bronnen:
        urlpatterns += [
            path(f"{_api}/api/v1/{_bron}", views.lijst, {"bron": _bron}, name=f"api_{_bron}"),
            path(f"{_api}/api/v1/{_bron}/<uuid:uuid>", views.een, {"bron": _bron}, name=f"api_{_bron}_een"),
        ]
