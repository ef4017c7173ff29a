"""The file that names those whose accounts are good here (SSO_FILE), read into what django-allauth wants. Pure."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

__all__ = ["ProvidersRefused", "read_providers"]

_COMMON = {"kind", "id", "name", "domains", "new_people", "known_by_address", "trusts_addresses"}
_KINDS = {
    "oidc": _COMMON | {"server", "client_id", "client_secret", "client_secret_file"},
    "saml": _COMMON | {"entity_id", "metadata", "sign_on", "certificate_file", "attributes"},
}
_NEEDED = {"oidc": {"server", "client_id"}, "saml": {"entity_id"}}
_SHAPES: Mapping[str, type] = {"new_people": bool, "known_by_address": bool, "trusts_addresses": bool} | {
    "domains": list,
    "attributes": dict,
}


class ProvidersRefused(ValueError):
    """The file cannot be taken; the message says what was expected, and of which provider."""


def read_providers(path: Path) -> dict[str, dict[str, Any]]:
    """Return SOCIALACCOUNT_PROVIDERS for the `[[provider]]` tables of a TOML file; raise `ProvidersRefused`."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("provider", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProvidersRefused(f"SSO_FILE: {error}.") from error
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries) or not entries:
        raise ProvidersRefused("SSO_FILE: one or more tables [[provider]] are expected.")
    names = [one.get("id") for one in entries]
    if len(names) != len(set(map(str, names))):
        raise ProvidersRefused("SSO_FILE: every provider is expected to have an id of its own.")
    made: dict[str, dict[str, Any]] = {}
    for entry in entries:
        kind = _checked(entry)
        said = _oidc(entry) if kind == "oidc" else _saml(entry)
        provider = made.setdefault({"oidc": "openid_connect", "saml": "saml"}[kind], {"APPS": []})
        provider["APPS"].append(said)
    if "openid_connect" in made:
        made["openid_connect"]["OAUTH_PKCE_ENABLED"] = True
    return made


def _checked(entry: Mapping[str, Any]) -> str:
    which = f"SSO_FILE, provider {entry.get('id', '?')!r}"
    kind = entry.get("kind")
    if kind not in _KINDS:
        raise ProvidersRefused(f"{which}: kind is {kind!r}; one of {', '.join(_KINDS)} is expected.")
    if unknown := set(entry) - _KINDS[kind]:
        raise ProvidersRefused(f"{which}: {', '.join(sorted(unknown))} is not known.")
    if missing := sorted(({"id", "name"} | _NEEDED[kind]) - set(entry)):
        raise ProvidersRefused(f"{which}: {', '.join(missing)} is expected.")
    for name, value in entry.items():
        if not isinstance(value, shape := _SHAPES.get(name, str)):
            raise ProvidersRefused(f"{which}: {name} is expected to be a {shape.__name__}.")
    if not entry["id"].isascii() or not entry["id"].replace("-", "").isalnum():
        raise ProvidersRefused(f"{which}: letters, digits and hyphens are expected in id: it is part of addresses.")
    return str(kind)


def _common(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return what we ask of any provider. What nobody wrote down is the careful choice, but for new people."""
    return {
        "domains": [one.lower() for one in entry.get("domains", [])],
        "new_people": entry.get("new_people", True),
        "known_by_address": entry.get("known_by_address", False),
        "verified_email": entry.get("trusts_addresses", False),
    }


def _oidc(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "provider_id": entry["id"],
        "name": entry["name"],
        "client_id": entry["client_id"],
        "secret": _secret(entry),
        "settings": {"server_url": entry["server"].rstrip("/"), **_common(entry)},
    }


def _secret(entry: Mapping[str, Any]) -> str:
    if "client_secret_file" in entry:
        return Path(entry["client_secret_file"]).read_text(encoding="utf-8").strip()
    return str(entry.get("client_secret", ""))


def _saml(entry: Mapping[str, Any]) -> dict[str, Any]:
    idp = {"entity_id": entry["entity_id"]}
    if "metadata" in entry:
        idp["metadata_url"] = entry["metadata"]
    elif {"sign_on", "certificate_file"} <= set(entry):
        certificate = Path(entry["certificate_file"]).read_text(encoding="utf-8")
        lines = [line for line in certificate.splitlines() if not line.startswith("-----")]
        idp |= {"sso_url": entry["sign_on"], "x509cert": "".join(lines)}
    else:
        raise ProvidersRefused(
            f"SSO_FILE, provider {entry['id']!r}: metadata, or sign_on and certificate_file are expected."
        )
    wanted = {"attribute_mapping": entry["attributes"]} if "attributes" in entry else {}
    return {
        "provider_id": entry["id"],
        "name": entry["name"],
        "client_id": entry["id"],
        # Names of one word are common inside a house, which is where this is used.
        "settings": {"idp": idp, "advanced": {"allow_single_label_domains": True}, **wanted, **_common(entry)},
    }
