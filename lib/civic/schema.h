#ifndef CIVIC_SCHEMA_H
#define CIVIC_SCHEMA_H

/*
 * What a kind of record is: its fields with their types and limits, its key.
 * Read from share/schema/KIND.yaml by io/kind.h; civutils-schema(5).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"
#include "civic/vocab.h"

enum schema_type {
	SCHEMA_TEXT, SCHEMA_INTEGER, SCHEMA_DECIMAL, SCHEMA_MONEY, SCHEMA_DATE,
	SCHEMA_TIME, SCHEMA_MOMENT, SCHEMA_YES, SCHEMA_BIN, SCHEMA_IIN,
	SCHEMA_REGION, SCHEMA_EMAIL, SCHEMA_URL, SCHEMA_PHONE, SCHEMA_ONE_OF,
	SCHEMA_REF,
};

struct schema_field {
	struct str name;
	enum schema_type type;
	bool list;			/* values separated by ';' */
	bool required, search;		/* search: people look for its text */
	int places;			/* of decimal(n); 2 for money */
	const struct vocab *vocab;	/* of one of, and of region */
	struct str ref;			/* of ref: the kind */
	bool has_min, has_max;
	int64_t min, max;		/* units of the type; days for dates */
	size_t longest;			/* characters of a text */
	size_t line;			/* of the schema's file */
	struct str en, ru, kk;		/* what it is */
};

struct schema {
	struct str kind, title;
	const char *file;		/* where it stands, for messages */
	size_t line;			/* of its fields */
	struct schema_field *field;
	size_t count;
	size_t *key;			/* the fields that make the key */
	size_t keys;
};

/* The place of a field, or STR_NONE. */
size_t schema_field(const struct schema *s, struct str name);

/*
 * Whether a value fits the field.  If not, why says what is wrong, without
 * the value: "not a date (YYYY-MM-DD)".  An empty value fits unless required.
 */
bool schema_fits(const struct schema_field *f, struct str value,
    struct buf *why);

#endif
