"""Pages about this site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from autorisatie.toegang import openbaar


@openbaar
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    return render(request, "openbaar/toegankelijkheid.html")


@openbaar
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "openbaar/privacy.html")
