#ifndef IO_PUBLISH_RULES_H
#define IO_PUBLISH_RULES_H

/* Who publishes, and what records do not say of themselves: kind `publish`. */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "civic/offset.h"

/* A body that calls, by its code in a call. */
struct publish_body {
	struct str code, id, name;	/* id: a BIN, or another as it stands */
};

struct publish_rules {
	struct str name, id, uri;	/* of the publisher */
	struct str title, license, policy;	/* of what is published */
	struct str currency, language;
	struct str lots;		/* OCDS extension, its address */
	struct str method, category, criteria;	/* codes of OCDS */
	struct offset *offset;
	size_t offsets;
	struct publish_body *body;
	size_t bodies;
};

/* The edition of the day; all trouble dies.  It lives as long as the arena. */
struct publish_rules *publish_rules_read(struct arena *a, const char *name,
    long day);

/* Whether it is a code of three capitals. */
bool publish_rules_is_currency(struct str s);

/* The body of a code, or NULL. */
const struct publish_body *publish_rules_body(const struct publish_rules *r,
    struct str code);

#endif
