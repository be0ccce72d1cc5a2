#ifndef IO_MAPPED_H
#define IO_MAPPED_H

/* A field of a map, for io/fieldmap.c, which reads it, and fieldmap_write.c. */

#include "base/map.h"
#include "civic/vocab.h"
#include "io/rules.h"

#define NO_PLACE ((size_t)-1)

enum conversion { TEXT, BIN, NUMBER, BINARY, DATE, ISO, VOCABULARY };

/* A field that goes out. */
struct mapped {
	struct str name;
	struct str from;		/* the foreign field, */
	size_t place;			/* where it stands, or NO_PLACE */
	const struct rule *rule;
	struct str constant;
	enum conversion as;
	struct str pattern;		/* of a DATE */
	char mark;			/* of a NUMBER */
	long places;			/* of a BINARY */
	const struct vocab *vocab;
	struct map given;		/* texts that are replaced, */
	struct str *replacement;	/* and by what */

	/* Of the record in hand. */
	struct str value;
	size_t mended;			/* its start in text, or NO_PLACE */
};

#endif
