"""GeoJSON as polygons of PostgreSQL, and its outline as a box: what an index and a search for an area go by.

What is no geometry has no parts and no outline; it is never an error, for it stands in an index. The functions name
their schema: an index is written under a search path of the system only.
"""

from django.db import migrations

FUNCTIES = """
CREATE FUNCTION public.zaken_vlak(punten jsonb) RETURNS polygon LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ('(' || string_agg(format('(%s,%s)', punt->>0, punt->>1), ',' ORDER BY nummer) || ')')::polygon
    FROM jsonb_array_elements(punten) WITH ORDINALITY rij(punt, nummer)
$$;
-- There and back again: a line has no inside, and closing it would add an edge that is not its own.
CREATE FUNCTION public.zaken_lijn(punten jsonb) RETURNS polygon LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT public.zaken_vlak(punten || (
        SELECT jsonb_agg(punt ORDER BY nummer DESC) FROM jsonb_array_elements(punten) WITH ORDINALITY rij(punt, nummer)
    ))
$$;
CREATE FUNCTION public.zaken_vlakken(meetkunde jsonb) RETURNS polygon[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    plaats jsonb := meetkunde->'coordinates';
    uit polygon[];
BEGIN
    CASE meetkunde->>'type'
        WHEN 'Point' THEN uit := ARRAY[public.zaken_vlak(jsonb_build_array(plaats))];
        WHEN 'MultiPoint' THEN
            uit := ARRAY(SELECT public.zaken_vlak(jsonb_build_array(deel)) FROM jsonb_array_elements(plaats) deel);
        WHEN 'LineString' THEN uit := ARRAY[public.zaken_lijn(plaats)];
        WHEN 'MultiLineString' THEN uit := ARRAY(SELECT public.zaken_lijn(deel) FROM jsonb_array_elements(plaats) deel);
        WHEN 'Polygon' THEN uit := ARRAY[public.zaken_vlak(plaats->0)];
        WHEN 'MultiPolygon' THEN uit := ARRAY(SELECT public.zaken_vlak(deel->0) FROM jsonb_array_elements(plaats) deel);
        WHEN 'GeometryCollection' THEN
            uit := ARRAY(SELECT unnest(public.zaken_vlakken(deel)) FROM jsonb_array_elements(meetkunde->'geometries') deel);
        ELSE RETURN NULL;
    END CASE;
    RETURN ARRAY(SELECT vlak FROM unnest(uit) vlak WHERE vlak IS NOT NULL);
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END $$;
CREATE FUNCTION public.zaken_omtrek(meetkunde jsonb) RETURNS box LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT box(
        point(max(((box(vlak))[0])[0]), max(((box(vlak))[0])[1])), point(min(((box(vlak))[1])[0]), min(((box(vlak))[1])[1]))
    ) FROM unnest(public.zaken_vlakken(meetkunde)) vlak
$$;
"""
TERUG = """
DROP FUNCTION public.zaken_omtrek(jsonb);
DROP FUNCTION public.zaken_vlakken(jsonb);
DROP FUNCTION public.zaken_lijn(jsonb);
DROP FUNCTION public.zaken_vlak(jsonb);
"""


class Migration(migrations.Migration):
    dependencies = [("zaken", "0083_zaaktelling_begin")]
    operations = [migrations.RunSQL(FUNCTIES, TERUG)]
