"""Which browser do the tests drive, and how does it come onto a machine that has none?

Run as a program (`python -m tools.browser`), it makes sure that there is one.
"""

import os
import platform
import shutil
import subprocess
import sys

NAMES = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser")
MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# Playwright's own list gives way to this one: the rest of Chromium's errands, and the two windows under its address
# bar, which no test can see; loading them with each new window took a sixth of the processors' time.
FEATURES_OFF = (
    "HttpsUpgrades",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PreconnectToSearch",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
)
# Chromium's own errands: without these it asks its maker's hosts for updates, lists and settings.
# --no-sandbox is Playwright's default, and needed where the tests run as root.
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    f"--disable-features={','.join(FEATURES_OFF)}",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
# A minimal system has no fonts: signs that ours lacks would be boxes.
BROWSER_PACKAGES = ("chromium", "fonts-dejavu-core")
# Playwright's driver is linked to it, and a minimal system has it no more than fonts.
DRIVER_PACKAGES = ("libatomic1",)


def installed_browser() -> str | None:
    """The browser named by BROWSER_PATH, else the system's, else nothing: Playwright's own then."""
    if chosen := os.environ.get("BROWSER_PATH"):
        return chosen
    paths = (shutil.which(name) for name in (*NAMES, *MACOS))
    return next((path for path in paths if path), None)


def _root() -> list[str] | None:
    """What a command that needs root starts with, or nothing if this user cannot be root."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if (
        sudo
        and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return [sudo]
    return None


def _is_debian() -> bool:
    # Not its derivatives: Ubuntu's package of that name installs a snap, which tests cannot drive.
    return platform.system() == "Linux" and platform.freedesktop_os_release().get("ID") == "debian"


def _apt_install(root: list[str] | None, packages: tuple[str, ...]) -> bool:
    if root is None or not shutil.which("apt-get"):
        return False
    install = ["apt-get", "-q", "install", "-y", "--no-install-recommends", *packages]
    return all(
        subprocess.run([*root, *command], check=False).returncode == 0
        for command in (["apt-get", "-q", "update"], install)
    )


def _playwright(*arguments: str, quiet: bool = False) -> bool:
    command = [sys.executable, "-m", "playwright", *arguments]
    return subprocess.run(command, capture_output=quiet, check=False).returncode == 0


def _driver_runs() -> bool:
    return _playwright("--version", quiet=True)


def _install_browser(root: list[str] | None) -> bool:
    if _is_debian() and _apt_install(root, BROWSER_PACKAGES):
        return True
    dependencies = [] if root is None else ["--with-deps"]
    return _playwright("install", *dependencies, "chromium")


def main() -> None:
    """Install what is missing, or say what to install."""
    root = _root()
    if not _driver_runs() and not (_apt_install(root, DRIVER_PACKAGES) and _driver_runs()):
        sys.exit(f"Playwright does not start. On Debian, Ubuntu: install {DRIVER_PACKAGES[0]}.")
    if not installed_browser() and not _install_browser(root):
        sys.exit(
            "The browser tests need Chromium or Chrome, and none could be installed. "
            "Install one, or name one in BROWSER_PATH."
        )
    print(
        f"The browser tests use {installed_browser() or 'the Chromium that Playwright installed'}"
    )


if __name__ == "__main__":
    main()
