"""Whose word is taken for who a server is: the certificates that the user's system trusts."""

import os
import ssl
from collections.abc import Sequence
from pathlib import Path

BUNDLES = (
    Path("/etc/ssl/certs/ca-certificates.crt"),  # Debian, Ubuntu, Arch, Alpine
    Path("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),  # Fedora, RHEL
    Path("/etc/pki/tls/certs/ca-bundle.crt"),  # Fedora before 43, RHEL
    Path("/etc/ssl/ca-bundle.pem"),  # openSUSE, SLES
    Path("/var/lib/ca-certificates/ca-bundle.pem"),  # the same, where the link is lacking
    Path("/etc/ssl/cert.pem"),  # macOS, Arch, Alpine
)
"""Where systems keep their certificates. An installed program's OpenSSL knows only the place where the system
has them that it was built on."""


def system_trust(bundles: Sequence[Path] = BUNDLES) -> ssl.SSLContext:
    """Return a context that verifies servers by the system's certificates.

    SSL_CERT_FILE and SSL_CERT_DIR of the environment come first, as everywhere with OpenSSL; on Windows the
    system's own store is read.

    Args:
        bundles: files of certificates, of which the first that can be read is used where OpenSSL finds none
            by itself.
    """
    context = ssl.create_default_context()
    if (
        not os.environ.keys() & {"SSL_CERT_FILE", "SSL_CERT_DIR"}
        and not context.cert_store_stats()["x509_ca"]
    ):
        for bundle in bundles:
            try:
                context.load_verify_locations(bundle)
            except OSError:  # not there, or no certificates (ssl.SSLError)
                continue
            break
    return context
