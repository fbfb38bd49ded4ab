"""Addresses for operators."""

from django.urls import path

from mijnzaken.openbaar import gezondheid

urlpatterns = [
    path("leeft", gezondheid.leeft, name="leeft"),
    path("gereed", gezondheid.gereed, name="gereed"),
    path("metrics", gezondheid.metrics, name="metrics"),
]
