"""Every address, as every persona."""
