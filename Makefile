# The commands of Mijn Zaken. Each installs what it needs first; see mijnzaken/start/voorbereiding.py.
PYTHON ?= python3
START = $(PYTHON) mijnzaken/start/voorbereiding.py

.PHONY: demo test kwaliteit vormgeving python

demo: python
	@exec $(START) demo

# For example: make test TESTS=tests/catalogus
test: python
	@exec $(START) test $(TESTS)

kwaliteit: python
	@exec $(START) kwaliteit

vormgeving: python
	@exec $(START) vormgeving

python:
	@command -v $(PYTHON) >/dev/null || { echo "Mijn Zaken heeft Python 3.11 of nieuwer nodig: apt-get install python3 python3-venv"; exit 1; }
	@command -v git >/dev/null || { echo "Mijn Zaken heeft git nodig: apt-get install git"; exit 1; }
