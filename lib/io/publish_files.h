#ifndef IO_PUBLISH_FILES_H
#define IO_PUBLISH_FILES_H

/* The files that go along with decisions, for io/publish.c. */

#include "io/publish.h"

/* Read them; a record that refers to what is not there is refused. */
void publish_files_read(struct publish *p, const struct publish_files *f);

/*
 * How many of their records were refused or, being contracts, used by no
 * award, of which each is told now.
 */
size_t publish_files_faults(const struct publish *p);

void publish_files_free(struct publish *p);

#endif
