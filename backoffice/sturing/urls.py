"""Addresses of sturing."""

from django.urls import URLPattern, URLResolver, path

from backoffice.sturing import views

urlpatterns: list[URLPattern | URLResolver] = [path("", views.sturing, name="sturing")]
