#ifndef IO_SOURCE_H
#define IO_SOURCE_H

/*
 * The bytes of the files of a command line, one file after the other, in
 * large reads; a progress line on standard error when the work is long, the
 * input is known in size, and a person looks on.  All trouble dies.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct source {
	const char *name;	/* of the file being read: "stdin" or a path */

	/* The rest is for source.c alone. */
	char **files, **next;
	int fd;
	bool last;
	uint64_t done, total;
	long next_tick;
};

/* files ends in NULL and is kept; NULL, or none, is standard input. */
void source_open(struct source *s, char **files);

/* Open the next file; false after the last. */
bool source_next(struct source *s);

/* Read up to room bytes of the file being read; 0 at its end. */
size_t source_read(struct source *s, char *to, size_t room);

/* Whether a path names one of the files (by device and number), or stdin. */
bool source_has(const struct source *s, const char *path);

void source_close(struct source *s);

#endif
