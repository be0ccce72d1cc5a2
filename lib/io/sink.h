#ifndef IO_SINK_H
#define IO_SINK_H

/*
 * Bytes to a file, in large writes.  What cannot be written dies, with the
 * sink's name.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "io/target.h"

#define SINK_SIZE ((size_t)128 << 10)

struct sink {
	const char *name;
	int fd;
	bool held;
	struct target target;	/* of a file */
	size_t n, room;
	char *p;
};

/* A sink to a descriptor; or to a file, as io/target.h says. */
void sink_open(struct sink *s, int fd, const char *name);
void sink_create(struct sink *s, const char *file);

void sink_write(struct sink *s, struct str bytes);
void sink_byte(struct sink *s, char c);

/* A value of a record, with its escapes. */
void sink_value(struct sink *s, struct str value);

/* Let everything wait, however much it is, until sink_flush. */
void sink_hold(struct sink *s);

/* Write all that waits. */
void sink_flush(struct sink *s);

/* Flush; put a file into its place. */
void sink_close(struct sink *s);

#endif
