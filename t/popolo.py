"""Check a file of Popolo against the draft-03 shapes of its classes.

    popolo.py FILE

prints each fault on a line, or "valid".  The shapes are those of the Popolo
specification for the properties that are printed here; any other property is
a fault, so that a misspelt one is seen.
"""
import json
import sys
import warnings

warnings.simplefilter("ignore")
import jsonschema  # noqa: E402

TEXT = {"type": ["string", "null"]}
DAY = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
NAMES = {"type": "array", "items": {"type": "object", "properties": {
    "name": {"type": "string", "required": True}, "note": TEXT},
    "additionalProperties": False}}
NUMBERS = {"type": "array", "items": {"type": "object", "properties": {
    "identifier": {"type": "string", "required": True}, "scheme": TEXT},
    "additionalProperties": False}}
ID = {"type": "string", "required": True}
SHAPE = {
    "persons": {"id": ID, "name": TEXT, "other_names": NAMES,
                "identifiers": NUMBERS},
    "organizations": {"id": ID, "name": TEXT, "other_names": NAMES,
                      "identifiers": NUMBERS, "classification": TEXT,
                      "parent_id": TEXT, "area_id": TEXT,
                      "founding_date": DAY, "dissolution_date": DAY},
    "posts": {"id": ID, "label": TEXT, "role": TEXT, "organization_id": TEXT,
              "start_date": DAY, "end_date": DAY},
    "memberships": {"id": ID, "label": TEXT, "role": TEXT, "person_id": TEXT,
                    "organization_id": TEXT, "post_id": TEXT,
                    "on_behalf_of_id": TEXT, "start_date": DAY,
                    "end_date": DAY},
}
schema = {
    "$schema": "http://json-schema.org/draft-03/schema#",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        name: {"type": "array", "required": True, "items": {
            "type": "object", "properties": shape,
            "additionalProperties": False}}
        for name, shape in SHAPE.items()
    },
}

jsonschema.Draft3Validator.check_schema(schema)
with open(sys.argv[1], encoding="utf-8") as file:
    faults = sorted(
        "/".join(map(str, fault.path)) + ": " + fault.message
        for fault in jsonschema.Draft3Validator(schema).iter_errors(
            json.load(file)))
print("\n".join(faults) if faults else "valid")
