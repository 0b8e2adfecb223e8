"""Under which rules may counts be shown?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.disclosure.rules.diffusion import EVERYBODY
from dashboard.disclosure.rules.regional import Regional
from dashboard.disclosure.thresholds import BASE, LEAST_DETAILED
from dashboard.domain.tables import EXACT, Rules


@dataclass(frozen=True, slots=True)
class Policy:
    """A named set of disclosure rules; `description` tells it to the reader, in French.

    Nothing is released under a policy without `rules`. `protects`: it needs keys and the groups that each is a part of,
    and answers only selections that `admission.py` admits. `regions`: codes of those whose people it counts exactly,
    whatever else is selected of them. `mark`: what each page of a document says that is written under it, in French;
    empty where it may go anywhere.
    """

    name: str
    description: str
    rules: Rules | None = None
    protects: bool = False
    mark: str = ""
    regions: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """By what that is told from others which is kept of it: no name that somebody gave a region is another's."""
        return (self.name, self.mark, *self.regions)


INTERNAL = Policy("interne", "Effectifs exacts, réservés aux partenaires.", EXACT)

DIFFUSION = Policy(
    "diffusion",
    f"Effectifs arrondis au hasard à un multiple de {BASE} ; aucun détail sur un groupe dont l'effectif arrondi est "
    f"inférieur à {LEAST_DETAILED}.",
    EVERYBODY,
    protects=True,
)


INTERNAL_DOCUMENT = "Document interne"
"""What each page says that holds exact counts of people."""


def marked(policy: Policy) -> Policy:
    """`policy` as it holds of real people: but for `diffusion`, what is written under it stays within the house."""
    return policy if policy.name == DIFFUSION.name else replace(policy, mark=INTERNAL_DOCUMENT)


def internal_of(regions: tuple[str, ...]) -> Policy:
    """Exact counts of the people of `regions`, codes in any order; all else by the rules of `diffusion`."""
    chosen = tuple(sorted(set(regions)))
    return Policy(
        f"interne ({', '.join(chosen)})",
        f"Effectifs exacts quand vous filtrez sur vos régions, arrondis au hasard à un multiple de {BASE} sinon.",
        Regional(chosen),
        protects=True,
        regions=chosen,
    )


POLICIES = {policy.name: policy for policy in (INTERNAL, DIFFUSION)}
