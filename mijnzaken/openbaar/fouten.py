"""The pages for what goes wrong: short, in plain Dutch, without anything about what was asked for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from autorisatie.toegang import openbaar
from autorisatie.vangnet import onder_vangnet


@openbaar
@onder_vangnet
def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


@openbaar
@onder_vangnet
def geweigerd(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


@openbaar
@onder_vangnet
def bestaat_niet(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


@openbaar
def storing(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)
