"""In which order does an address write its filters?"""

from __future__ import annotations

from dashboard.domain.codebook import Codebook


def filter_parameters(codebook: Codebook) -> list[str]:
    """Every parameter that may select people: those without a wave first, each kind in the order of the codebook.

    For example `promotion`, `genre`, `situation.T1`, `csp.T1`, `situation.T2`. The browser orders the addresses that it
    writes by this list (`assets/scripts/address.js`), and so writes them as `format_address` does.
    """
    named = [variable for variable in codebook.variables.values() if variable.parameter]
    plain = [variable.parameter for variable in named if not variable.per_wave]
    by_wave = [
        f"{variable.parameter}.{wave}"
        for wave in sorted(codebook.waves)
        for variable in named
        if variable.per_wave
    ]
    return plain + by_wave
