"""Servers are believed by the certificates of the user's system, wherever it has them."""

import ssl
from pathlib import Path

import pytest

from tivm_desktop.online.trust import BUNDLES, system_trust

LOST = ("/nowhere/cert.pem", "/nowhere/certs")


@pytest.fixture
def built_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """An OpenSSL whose own places are those of another system, as in an installed program."""
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    monkeypatch.setattr(ssl.SSLContext, "set_default_verify_paths", lambda self: None)


@pytest.fixture
def bundle() -> Path:
    found = next((path for path in BUNDLES if path.is_file()), None)
    if found is None:
        pytest.skip("this system has no file of certificates")
    return found


def test_the_system_s_certificates_are_found_by_a_program_built_elsewhere(
    built_elsewhere: None, bundle: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pem"
    broken.write_text("no certificates")
    found = system_trust([tmp_path / "none.pem", broken, bundle])
    assert found.cert_store_stats()["x509_ca"] > 10
    assert system_trust([]).cert_store_stats()["x509_ca"] == 0


def test_servers_are_verified() -> None:
    context = system_trust([])
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_the_environment_s_certificates_come_first(
    built_elsewhere: None, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/my/own.pem")
    assert system_trust([bundle]).cert_store_stats()["x509_ca"] == 0
