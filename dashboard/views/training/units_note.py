"""What is to be known of shares of units, whichever view shows them?"""

from __future__ import annotations

UNITS_HAVE_NO_INTERVAL = (
    "Parts d'UE sans intervalle de confiance : le registre les compte toutes, et les UE d'un même "
    "bénéficiaire ne sont pas indépendantes."
)
