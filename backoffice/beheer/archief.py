"""What the archivist watches: how many closed zaken stay, and how many may go and when. Counts only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from autorisatie.toegang import voor_medewerker
from mijnzaken.zaken.tellen import archief_per_jaar


@voor_medewerker("archief")
def archief(request: HttpRequest) -> HttpResponse:
    return render(request, "beheer/archief.html", {"rijen": archief_per_jaar()})
