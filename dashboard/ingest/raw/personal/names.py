"""Which kind of personal data does the name of a column announce?"""

from __future__ import annotations

import re

from dashboard.ingest.personal.values import Personal
from dashboard.text.folded import folded

_PEOPLE = (
    "auditeur|auditrice|beneficiaire|stagiaire|eleve|etudiant|etudiante|candidat|candidate|personne|salarie|apprenant|"
    "tuteur|conseiller|conseillere|referent|formateur|enseignant|contact|responsable|inscrit|inscrite|usager|client"
)
_LINKS = r"(?:d|de|du|des|l|la|le|les|et|ou)"
_NAMES = r"(?:nom|noms|prenom|prenoms|patronyme|nom patronymique|nom usage|nom complet|nom marital|identite)"
_OF = rf"(?:{_PEOPLE}|famille|naissance|usage|epouse|jeune fille|jf|etat civil|usuel|marital|patronymique|complet|\d)"
_FORMS: tuple[tuple[Personal, str], ...] = (
    ("other", r"adresse ip|ip|ip address|ipaddr|ip addr"),
    ("other", r"iban|rib|bic|coordonnees bancaires|.*\bcompte bancaire\b.*"),
    ("other", r"photo|signature|nationalite|lieu (?:de )?naissance|.*\bpays (?:de )?naissance\b.*"),
    ("other", r".*\b(?:identifiant|numero|no?) (?:de )?(?:pole emploi|france travail|demandeur emploi)\b.*"),
    ("other", r"linkedin|facebook|.*\bprofil linkedin\b.*|url refer.*|refurl|ine"),
    ("email", r".*\b(?:e mails?|emails?|mails?|mel|courriels?|adresses? electroniques?)\b.*"),
    ("nir", r".*\b(?:nir|nss|securite sociale|secu|no? ss|numero ss|immatriculation|numero insee|no? insee)\b.*"),
    ("telephone", r"(?:no? |numero )?(?:de )?(?:tel|tels|telephones?|portables?|mobiles?|gsm|fax|telecopie)\b.*"),
    ("telephone", r".*\b(?:tel|telephone)\b(?: (?:fixe|portable|mobile|domicile|personnel|perso|pro|\d))*"),
    ("birth_date", r".*\b(?:dates?|dat|dt|jour|annee) (?:de )?nais\w*(?: .*)?|nee? le|ddn|birth ?date|naissance"),
    ("address", r"(?:l )?adresses?\b.*|rue|voie|domicile|.*\b(?:code postal|codes postaux|cp|commune|code insee)\b.*"),
    ("address", r".*\badresse \d\b.*|(?:ville|localite)(?: (?:de )?(?:residence|domicile))?|batiment|lieu dit"),
    ("name", rf"{_NAMES}(?: {_LINKS})*(?: (?:{_LINKS} )*(?:{_OF}|{_NAMES}))*"),
    ("name", r"first ?names?|last ?names?|surname|full ?name|civilite nom.*|nom prenom.*|prenom nom.*"),
    ("name", rf"(?:{_PEOPLE})"),
)  # fmt: skip
LONGEST = 200
"""Characters of a name that are looked at: some forms take the square of their number."""

_PATTERNS = tuple((kind, re.compile(form)) for kind, form in _FORMS)


def kind_of_name(name: str) -> Personal | None:
    """The kind of personal data that a column called `name` holds; None where its name does not say so.

    « Nom de famille » is one, « Nom du centre » is not.
    """
    parted = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])", " ", name[:LONGEST])
    said = " ".join(re.findall(r"[a-z0-9]+", folded(parted)))
    return next((kind for kind, form in _PATTERNS if form.fullmatch(said)), None)
