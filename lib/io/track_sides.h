#ifndef IO_TRACK_SIDES_H
#define IO_TRACK_SIDES_H

/*
 * What became of proposals, as records of the kinds route, extension and
 * answer.  What does not fit is refused or told: each of these returns the
 * exit status so far.
 */

#include "io/track_files.h"

/* After the proposals, in this order; a NULL file is none. */
int track_sides_routes(struct track_files *f, const char *file);
int track_sides_extensions(struct track_files *f, const char *file);
int track_sides_answers(struct track_files *f, const char *file);

/* Which kind of answer a code is, or the count of kinds: none. */
size_t track_sides_kind(struct str code);

/* Refuse a record whose code is none. */
void track_sides_refuse_kind(struct rec *in, size_t place, struct str code);

#endif
