"""Answers: how are the three maps of France made from published départements?

Run by hand with `python -m geodata.build [--source FOLDER]`; PROVENANCE.md tells the rest.
"""

import argparse
import gzip
import json
import math
import tempfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from geodata.sources import DEPARTEMENTS, REGIONS, SHAPES, check_inputs, fetch

HERE = Path(__file__).parent
MISSPELT = {"Seien-et-Marne": "Seine-et-Marne", "Haute-Rhin": "Haut-Rhin"}

TOLERANCE_M = 1500
DECIMALS = 1  # 0.1 km: finer than the simplification, and the shared borders survive it
OVERSEAS = {
    "01": "Guadeloupe",
    "02": "Martinique",
    "03": "Guyane française",
    "04": "La Réunion",
    "06": "Mayotte",
}
OVERSEAS_DECIMALS = 3  # degrees: about 0.1 km
OVERSEAS_NOTE = (
    "Longitude and latitude: each is drawn in an inset of its own; see geodata/PROVENANCE.md"
)
# Without a crs member a GeoJSON file means longitude and latitude, and no EPSG code exists for
# Lambert-93 in kilometres, so the projection itself is written down.
LAMBERT_93_KM = (
    "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 "
    "+ellps=GRS80 +units=km +no_defs"
)
NOTE = "Lambert-93 (RGF93) in kilometres, not longitude and latitude; see geodata/PROVENANCE.md"

FORMER = {
    "11": ("Île-de-France", "75 77 78 91 92 93 94 95"),
    "21": ("Champagne-Ardenne", "08 10 51 52"),
    "22": ("Picardie", "02 60 80"),
    "23": ("Haute-Normandie", "27 76"),
    "24": ("Centre", "18 28 36 37 41 45"),
    "25": ("Basse-Normandie", "14 50 61"),
    "26": ("Bourgogne", "21 58 71 89"),
    "31": ("Nord-Pas-de-Calais", "59 62"),
    "41": ("Lorraine", "54 55 57 88"),
    "42": ("Alsace", "67 68"),
    "43": ("Franche-Comté", "25 39 70 90"),
    "52": ("Pays de la Loire", "44 49 53 72 85"),
    "53": ("Bretagne", "22 29 35 56"),
    "54": ("Poitou-Charentes", "16 17 79 86"),
    "72": ("Aquitaine", "24 33 40 47 64"),
    "73": ("Midi-Pyrénées", "09 12 31 32 46 65 81 82"),
    "74": ("Limousin", "19 23 87"),
    "82": ("Rhône-Alpes", "01 07 26 38 42 69 73 74"),
    "83": ("Auvergne", "03 15 43 63"),
    "91": ("Languedoc-Roussillon", "11 30 34 48 66"),
    "93": ("Provence-Alpes-Côte d'Azur", "04 05 06 13 83 84"),
    "94": ("Corse", "2A 2B"),
}
# The study reports two regions of today, each in place of two former ones.
STUDY_MERGES = {"25": "28", "23": "28", "31": "32", "22": "32"}

Names = dict[str, str]


def read_departements(source: Path) -> gpd.GeoDataFrame:
    """The 96 metropolitan départements in Lambert-93 metres, with codes of both divisions."""
    records = json.loads((source / DEPARTEMENTS).read_text(encoding="utf-8"))
    metropolitan = {r["nom"]: r for r in records if r["zone"] == "metro"}
    former = {dep: code for code, (_, deps) in FORMER.items() for dep in deps.split()}
    if {r["code"] for r in metropolitan.values()} != set(former):
        raise ValueError("FORMER does not list exactly the metropolitan départements")

    shapes = gpd.read_file(source / SHAPES).set_crs("EPSG:4326", allow_override=True)
    shapes["name"] = shapes["name"].replace(MISSPELT)
    shapes = shapes[shapes["name"].isin(metropolitan)]
    if sorted(shapes["name"]) != sorted(metropolitan):
        missing = sorted(set(metropolitan) - set(shapes["name"]))
        raise ValueError(f"each département needs one shape; without any: {missing}")

    shapes["current"] = [metropolitan[name]["region"] for name in shapes["name"]]
    shapes["former"] = [former[metropolitan[name]["code"]] for name in shapes["name"]]
    return shapes.to_crs("EPSG:2154")


def current_of_former(departements: gpd.GeoDataFrame) -> Names:
    """Today's region of each former one, refusing a former region that was split."""
    pairs = sorted(set(zip(departements["former"], departements["current"], strict=True)))
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise ValueError(f"a former region lies in two of today's: {pairs}")
    return mapping


def dissolve(layer: gpd.GeoDataFrame, groups: Names) -> gpd.GeoDataFrame:
    """Merge the regions of a layer; neighbours keep every vertex they share."""
    merged = layer.dissolve(by=layer.index.map(groups), method="coverage")
    return merged[["geometry"]].sort_index()


def simplify(regions: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Simplify all borders at once, in kilometres, so that neighbours still fit together."""
    rough = shapely.coverage_simplify(regions.geometry.to_numpy(), TOLERANCE_M)
    rounded = shapely.transform(rough, lambda metres: np.round(metres / 1000, DECIMALS))
    if not (shapely.is_valid(rounded).all() and shapely.coverage_is_valid(rounded)):
        raise ValueError("simplifying or rounding made borders cross; use more DECIMALS")
    return gpd.GeoDataFrame(geometry=rounded, index=regions.index, crs=LAMBERT_93_KM)


def tidy(shape: shapely.Geometry) -> shapely.Geometry:
    """One fixed order of parts (biggest first) and vertices, whatever the GEOS version."""
    parts = [shapely.orient_polygons(p) for p in shapely.get_parts(shapely.normalize(shape))]
    parts.sort(key=lambda part: -part.area)
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)


def feature(code: str, name: str, shape: shapely.Geometry, current: str | None) -> str:
    shape = tidy(shape)
    main = shapely.get_geometry(shape, 0)
    # The centre of the widest circle inside: the place where a label has most room.
    centre = shapely.get_point(shapely.maximum_inscribed_circle(main, tolerance=0.01), 0)
    label = shapely.transform(centre, lambda km: np.round(km, DECIMALS))
    room = shapely.distance(label, shapely.boundary(main))
    properties = {
        "code": code,
        "name": name,
        "label_x": label.x,
        "label_y": label.y,
        # Rounded down: a circle of this radius must stay inside.
        "label_room_km": math.floor(room * 10) / 10,
    }
    if current is not None:
        properties["current_code"] = current
    content = {
        "type": "Feature",
        "properties": properties,
        "geometry": shapely.geometry.mapping(shape),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def write(layer: str, shapes: gpd.GeoDataFrame, names: Names, current: Names | None) -> None:
    """Write one layer, a region per line, and print the numbers PROVENANCE.md quotes."""
    lines = [
        feature(code, names[code], shape, current[code] if current else None)
        for code, shape in shapes.geometry.items()
    ]
    crs = {"type": "name", "properties": {"name": LAMBERT_93_KM}}
    head = json.dumps({"type": "FeatureCollection", "description": NOTE, "crs": crs})
    text = head[:-1] + ', "features": [\n' + ",\n".join(lines) + "\n]}\n"
    content = text.encode()
    (HERE / f"{layer}.geojson").write_bytes(content)
    print(
        f"{layer}: {len(shapes)} regions, {shapes.geometry.count_coordinates().sum()} vertices, "
        f"{len(content)} bytes, {len(gzip.compress(content, mtime=0))} gzipped, "
        f"{shapes.area.sum():.0f} km2"
    )


def compare(before: gpd.GeoDataFrame, after: gpd.GeoDataFrame) -> None:
    """Print what simplifying changed, before the numbers are quoted anywhere."""
    exact = shapely.transform(before.geometry.to_numpy(), lambda metres: metres / 1000)
    kept = after.geometry.to_numpy()
    area = shapely.area(exact)
    change = 100 * (shapely.area(kept) - area) / area
    moved = 100 * shapely.area(shapely.symmetric_difference(exact, kept)) / area
    codes = list(after.index)
    print(
        f"{shapely.get_num_coordinates(exact).sum()} vertices before simplifying, "
        f"{shapely.get_num_coordinates(kept).sum()} after\n"
        f"area: {area.sum():.0f} km2 before, {shapely.area(kept).sum():.0f} after; "
        f"largest change {change[abs(change).argmax()]:.2f} % ({codes[abs(change).argmax()]})\n"
        f"symmetric difference: median {np.median(moved):.2f} %, "
        f"largest {moved.max():.2f} % ({codes[moved.argmax()]})"
    )


def build(source: Path) -> None:
    check_inputs(source)
    departements = read_departements(source)
    to_current = current_of_former(departements)
    regions = json.loads((source / REGIONS).read_text(encoding="utf-8"))
    current_names = {r["code"]: r["nom"] for r in regions if r["zone"] == "metro"}
    former_names = {code: name for code, (name, _) in FORMER.items()}

    exact = dissolve(departements.set_index("former"), {code: code for code in FORMER})
    former = simplify(exact)
    compare(exact, former)

    to_study = {code: STUDY_MERGES.get(code, code) for code in FORMER}
    study_names = current_names | former_names
    study_current = {to_study[code]: current for code, current in to_current.items()}
    write("regions-former", former, former_names, to_current)
    write("regions-study", dissolve(former, to_study), study_names, study_current)
    write("regions-current", dissolve(former, to_current), current_names, None)
    write_overseas(source)


def write_overseas(source: Path) -> None:
    """Write the regions overseas, in degrees, since no projection holds them all."""
    shapes = gpd.read_file(source / SHAPES).set_index("name").geometry
    regions = json.loads((source / REGIONS).read_text(encoding="utf-8"))
    names = {r["code"]: r["nom"] for r in regions if r["zone"] == "drom"}
    if names.keys() != OVERSEAS.keys():
        raise ValueError(f"other regions overseas than the known ones: {sorted(names)}")
    lines = []
    for code, name in OVERSEAS.items():
        rounded = shapely.set_precision(shapes[name], 10**-OVERSEAS_DECIMALS)
        content = {
            "type": "Feature",
            "properties": {"code": code, "name": names[code]},
            "geometry": shapely.geometry.mapping(
                shapely.transform(tidy(rounded), lambda p: np.round(p, OVERSEAS_DECIMALS))
            ),
        }
        lines.append(json.dumps(content, ensure_ascii=False, separators=(",", ":")))
    head = json.dumps({"type": "FeatureCollection", "description": OVERSEAS_NOTE})
    text = head[:-1] + ', "features": [\n' + ",\n".join(lines) + "\n]}\n"
    (HERE / "overseas.geojson").write_bytes(text.encode())
    print(f"overseas: {len(lines)} regions, {len(text.encode())} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--source",
        type=Path,
        help="folder laid out as node_modules that holds the packages; fetched when not given",
    )
    source = parser.parse_args().source
    if source is not None:
        build(source)
        return
    with tempfile.TemporaryDirectory() as folder:
        fetch(Path(folder))
        build(Path(folder))


if __name__ == "__main__":
    main()
