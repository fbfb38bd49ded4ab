"""The address of the demo's log-in; included in the demo only."""

from django.urls import path

from mijnzaken.voorbeeld import inloggen

urlpatterns = [path("", inloggen.demo, name="inloggen_demo")]
