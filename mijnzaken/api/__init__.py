"""The national ZGW APIs: another system handles, the resident still has one place.

Thin: a call goes through one gate (``poort``) to the same handelingen, doors and logbook as the screens. There is no
framework in between: the standard's own OpenAPI document says what may be called and with what, and a table per
resource (``bron.Bron``) says how that is ours.

The way of a call::

    urls      one view for each address of the document (``oas/<api>.json`` with the changes of ``<api>/api.py``)
    poort     token (``toegang``) · rate (``grenzen``) · method · scope of the document · Accept, Content-Type, CRS ·
              query and body, checked against the document (``contract``, ``toetsen``, ``waarden``) ·
              Idempotency-Key (``herhaling``)
    lezen, lijst, schrijven   what GET, HEAD, POST, PUT, PATCH and DELETE mean for every resource
    uitklappen, verwijzing    ``expand``; what an address in a body refers to
    sporen    of every write, in its transaction: the audit trail (``Wijziging``) and the notification (``Notificatie``)
    fouten    whatever was refused, as ``application/problem+json``

How to add a resource
---------------------

1. *Rows.* The model says in its ``grens`` which rows exist for an ``Applicatie``, narrowed at the source, by
   ``actor.processen`` or ``actor.geldende_regels`` (they hold what the scopes of this operation give; none: no row).
   ``rijen(actor)`` opens that door and brings along in the same statement all that the next step needs. What it asks
   is kept per actor (``catalogus.vastevraag``); say ``wisselt=True`` when it asks something else at another moment.
2. *Shape.* ``vorm(row)`` is one dict in the standard's names. Addresses come from ``adressen.adres``; dates, moments
   and uuids may stay what they are.
3. *Table.* ``Bron(naam, soort, pad, model, rijen, vorm, lezen, ...)``: filters by the names of the document (a Django
   lookup, or a function; ``lijst.verwijst`` for an address), ``volgorde``, ``uitklap`` (attribute to ``api.bron``),
   ``groep`` for the log of who read whose data, ``hoofd``, ``kanaal`` and ``kenmerken`` for what a write leaves.
4. *Writing.* ``aanmaken(vraag)``, ``bijwerken(vraag, row)``, ``verwijderen(vraag, row)`` turn ``vraag.gegevens``
   (clean: the form was checked) into the arguments of a ``@handeling``; a reference is looked up by
   ``verwijzing.rij(vraag, "zaaktype", "catalogi.zaaktypen")``. What the handeling refuses becomes the answer:
   ``Invoerfout(velden, codes)`` names our fields (``datum_status_gezet`` is told as ``datumStatusGezet``) and the
   standard's codes; ``GeenRecht(..., code=)`` is a 403. The right of the handeling stands in ``autorisatie.rechten``
   and the scopes that give it in ``autorisatie.scopes``. Nothing else: transaction, audit trail, notification and
   answer are of ``schrijven``.
5. *API.* Put the table in ``bronnen`` of ``<api>/api.py``. An operation that is like no other (``_zoek``, ``lock``)
   is a function ``(vraag) -> Antwoord`` under its operationId in ``bewerkingen``; a POST that only reads stands in
   ``leest`` too. A difference to the standard's document is an ``Aanpassing`` with its reason.
6. *Tests* in ``tests/mijnzaken/api/<api>/``, one per rule of the standard, with ``tests/mijnzaken/api/systeem.py`` as
   the other system. The addresses need no line in the table of ``tests/adressen``: they come from the document.

Nested resources (``/zaken/{zaak_uuid}/zaakeigenschappen``) give the lookup of what they stand under as ``ouder``; the
uuid of it is ``lezen.ouder_uuid(vraag)``. A list without pages says ``gepagineerd=False``. A rule of the database that
something is unique stands in ``uniek``, so that two at once get the same answer as one after the other.
"""
