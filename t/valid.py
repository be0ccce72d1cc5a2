"""Check a file of JSON against a schema of open data.

    valid.py ocds|360giving SCHEMAS FILE

prints each fault on a line, or "valid".  SCHEMAS is the folder of the
standard's own schemas.  Formats are asserted: in 360Giving's schema a day
fits only because it is no date-time.
"""
import datetime
import json
import re
import sys
import urllib.parse
import warnings

warnings.simplefilter("ignore")
import jsonschema  # noqa: E402

standard, folder, name = sys.argv[1:4]


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


checker = jsonschema.FormatChecker(formats=())


@checker.checks("date-time")
def is_date_time(text):
    """RFC 3339, with its offset, and a day that there is."""
    if not isinstance(text, str):
        return True
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?"
                        r"(Z|[+-]([01]\d|2[0-3]):[0-5]\d)", text):
        return False
    try:
        datetime.datetime.fromisoformat(text[:19])
    except ValueError:
        return False
    return True


@checker.checks("uri")
def is_uri(text):
    """Has a scheme and a host, and no blank."""
    if not isinstance(text, str):
        return True
    uri = urllib.parse.urlsplit(text)
    return bool(uri.scheme and uri.netloc) and not re.search(r"\s", text)


if standard == "ocds":
    package = load(folder + "/release-package-schema.json")
    part = load(folder + "/release-schema.json")
    validator = jsonschema.Draft4Validator
else:
    package = load(folder + "/360-giving-package-schema.json")
    part = load(folder + "/360-giving-schema.json")
    validator = jsonschema.Draft202012Validator


class Resolver(jsonschema.RefResolver):
    """The package's schema may name another edition of its part."""

    def resolve_remote(self, uri):
        if uri.rsplit("/", 1)[-1] in ("release-schema.json",
                                      "360-giving-schema.json"):
            return part
        raise ValueError("not here: " + uri)


address = package.get("$id") or package["id"]
check = validator(package, format_checker=checker,
                  resolver=Resolver(address, package))
faults = sorted(check.iter_errors(load(name)), key=lambda e: list(map(str, e.path)))
for fault in faults[:20]:
    print("/".join(map(str, fault.path)) + ": " + fault.message[:200])
if not faults:
    print("valid")
