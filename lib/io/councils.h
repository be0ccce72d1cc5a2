#ifndef IO_COUNCILS_H
#define IO_COUNCILS_H

/*
 * Councils by their records, the kind `council`: a file that goes along with
 * seats, meetings, recommendations.  Other records name a council by its id,
 * or by its name in Kazakh or Russian.
 */

#include "base/arena.h"
#include "base/map.h"
#include "io/table.h"

enum { COUNCILS_ID, COUNCILS_KK, COUNCILS_RU, COUNCILS_LEVEL, COUNCILS_BODY,
    COUNCILS_REGION, COUNCILS_LAW, COUNCILS_FORMED, COUNCILS_UNTIL };

struct councils {
	struct table *table;		/* its values as named above */
	struct map names;		/* "level\tname" and "\tname" */
	size_t *row, room;
};

/* Read a file; NULL if it is NULL. */
struct councils *councils_read(struct arena *a, const char *file);

/*
 * The row of a council, or TABLE_NONE.  A level of no letters is any: then a
 * name that two levels have is none.
 */
size_t councils_find(const struct councils *c, struct str text,
    struct str level);

/* A value of a row. */
struct str councils_value(const struct councils *c, size_t row, size_t field);

/* REFUSED if a record of the file was refused, else 0; also of NULL. */
int councils_close(struct councils *c);

#endif
