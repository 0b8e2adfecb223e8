"""Are the outlines of a study's regions found, and those that cannot be drawn refused in French, with the place?"""

import json
from pathlib import Path

import pytest

from dashboard.domain.codebook import Codebook, Layer
from dashboard.domain.errors import CodebookError
from dashboard.ingest.reference.outlines import with_outlines
from tests.support.exhibits import plain
from tests.support.outlines import CURRENT, collection, feature, square, squares, written
from tests.support.vocabularies import VOCABULARY

POINT = {"type": "Point", "coordinates": [4, 45]}
LAMBERT_93 = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}
UNKNOWN = {"type": "name", "properties": {"name": "EPSG:99999"}}


def book(*, shapes: str = "", file: str = "") -> Codebook:
    """Our codebook with one layer, of the regions of the study."""
    only = Layer(variable="region", label="Régions", address="regions", shapes=shapes, file=file)
    return VOCABULARY.codebook.model_copy(update={"layers": (only,)})


def found(folder: Path, *, shapes: str = "", file: str = "") -> Layer:
    (only,) = with_outlines(book(shapes=shapes, file=file), folder).layers
    return only


def refused(folder: Path, content: object) -> list[str]:
    """The lines of the refusal of that file."""
    written(folder, content)
    with pytest.raises(CodebookError) as caught:
        found(folder, file="zones.geojson")
    return plain(str(caught.value)).splitlines()


def test_outlines_of_the_dashboard_are_found_by_their_name(tmp_path: Path) -> None:
    layer = found(tmp_path, shapes="current")
    assert layer.path == CURRENT
    assert layer.has_map


def test_outlines_of_the_study_s_own_are_found_in_its_folder(tmp_path: Path) -> None:
    path = written(tmp_path, squares({"82": (4, 45), "84": (5, 45)}))
    layer = found(tmp_path, file="zones.geojson")
    assert layer.path == str(path)


def test_only_the_regions_of_the_codebook_are_drawn(tmp_path: Path) -> None:
    written(tmp_path, squares({"82": (4, 45), "ailleurs": (5, 45)}))
    assert found(tmp_path, file="zones.geojson").drawn == {"82"}


def test_a_layer_whose_regions_have_no_outline_has_no_map(tmp_path: Path) -> None:
    written(tmp_path, squares({"ailleurs": (5, 45)}))
    assert not found(tmp_path, file="zones.geojson").has_map
    assert not found(tmp_path).has_map


def test_a_file_may_start_with_a_byte_order_mark_and_name_its_projection(tmp_path: Path) -> None:
    ring = [[x, y] for x, y in square(800_000, 6_500_000, 50_000)]
    content = json.dumps(collection(feature("82", ring), crs=LAMBERT_93))
    (tmp_path / "zones.geojson").write_text(content, encoding="utf-8-sig")
    assert found(tmp_path, file="zones.geojson").drawn == {"82"}


@pytest.mark.parametrize(
    ("layer", "said"),
    [
        (
            {"file": "absent.geojson"},
            (
                "champ « file » : le fichier « absent.geojson » n'existe pas ; "
                "attendu : le nom d'un fichier GeoJSON qui est à côté du dictionnaire."
            ),
        ),
        (
            {"shapes": "departements"},
            "champ « shapes » : « departements » ; attendu : « current », « former » ou « study ».",
        ),
    ],
)
def test_outlines_that_are_not_there_are_named(
    tmp_path: Path, layer: dict[str, str], said: str
) -> None:
    with pytest.raises(CodebookError) as caught:
        found(tmp_path, **layer)
    assert plain(str(caught.value)) == f"codebook.toml, découpage en régions « region », {said}"


def test_a_layer_has_outlines_from_one_place(tmp_path: Path) -> None:
    with pytest.raises(CodebookError) as caught:
        found(tmp_path, shapes="current", file="zones.geojson")
    assert "« shapes » et « file » à la fois" in plain(str(caught.value))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ([], " : aucun contour ; attendu : une « FeatureCollection » de GeoJSON."),
        (collection(), " : aucun contour ; attendu : une « FeatureCollection » de GeoJSON."),
        (
            collection(None),
            (
                ", contour n° 1 : la propriété « code » manque ; "
                "attendu : une propriété « code », un texte entre guillemets."
            ),
        ),
        (
            collection(feature(82, square(4, 45))),
            (
                ", contour n° 1 : code « 82 » ; "
                "attendu : une propriété « code », un texte entre guillemets."
            ),
        ),
        (
            collection(feature("82", square(4, 45)), feature("82", square(5, 45))),
            ", contour « 82 » : 2 contours ont ce code ; attendu : un seul, de plusieurs parties.",
        ),
        (
            collection(feature("82") | {"geometry": None}),
            ", contour « 82 » : la géométrie manque ; attendu : « Polygon » ou « MultiPolygon ».",
        ),
        (
            collection(feature("82") | {"geometry": POINT}),
            ", contour « 82 » : géométrie « Point » ; attendu : « Polygon » ou « MultiPolygon ».",
        ),
        (
            collection(feature("82", [[4, 45], [5, 45]])),
            (
                ", contour « 82 » : coordonnées illisibles, ou contour sans surface ; "
                "attendu : des anneaux fermés."
            ),
        ),
        (
            collection(feature("82", [[4, 45], [5, 45], [6, 45], [4, 45]])),
            (
                ", contour « 82 » : coordonnées illisibles, ou contour sans surface ; "
                "attendu : des anneaux fermés."
            ),
        ),
        (
            collection(feature("82", square(800_000, 6_500_000))),
            (
                ", contour « 82 » : coordonnées hors de la Terre ; "
                "attendu : la longitude, puis la latitude, en degrés."
            ),
        ),
        (
            collection(feature("82", square(4, 45)), crs=UNKNOWN),
            ", « crs » : projection « EPSG:99999 » ; attendu : une projection connue, ou aucune.",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_place(
    tmp_path: Path, content: object, said: str
) -> None:
    assert refused(tmp_path, content)[0] == f"zones.geojson{said}"


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    lines = refused(tmp_path, collection(feature("82") | {"geometry": None}, feature(84), 3))
    assert len(lines) == 5


@pytest.mark.parametrize(
    ("content", "line"), [(b'{"a":\n', " à la ligne 2"), (b"\xff", ""), (b"[" * 100_000, "")]
)
def test_a_file_that_is_no_json_is_refused(tmp_path: Path, content: bytes, line: str) -> None:
    (tmp_path / "zones.geojson").write_bytes(content)
    with pytest.raises(CodebookError) as caught:
        found(tmp_path, file="zones.geojson")
    assert plain(str(caught.value)) == (
        f"zones.geojson : fichier illisible{line} ; attendu : un fichier GeoJSON, en UTF-8."
    )
