#ifndef IO_JSON_SCAN_H
#define IO_JSON_SCAN_H

/*
 * The pieces of a text in JSON, taken off its front one by one.
 *
 * Two things may be wrong.  Where the text is not JSON, a function is false,
 * and `wanted` says what should stand there: nothing can be read on.  Where
 * a value is none that we take, reading goes on behind it, and `fault` says
 * what is wrong with it, until the next value is taken.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

#define JSON_SCAN_DEPTH 64	/* objects and arrays in each other */

struct json_scan {
	struct str rest;	/* what is not yet taken */
	const char *wanted;
	char fault[120];	/* "" if nothing is wrong */

	/* The rest is for json_scan.c alone. */
	struct buf text;	/* the strings, without their escapes */
};

/* Start on a text.  What was taken of the one before is good no more. */
void json_scan_start(struct json_scan *s, struct str text);
void json_scan_free(struct json_scan *s);

/* Whether the text goes on with the byte; if so, it is taken. */
static inline bool
json_scan_take(struct json_scan *s, char c)
{
	if (s->rest.n == 0 || s->rest.p[0] != c)
		return false;
	s->rest.p++;
	s->rest.n--;
	return true;
}

static inline bool
json_scan_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Take blanks, if there are any. */
static inline void
json_scan_space(struct json_scan *s)
{
	while (s->rest.n > 0 && json_scan_is_space(s->rest.p[0])) {
		s->rest.p++;
		s->rest.n--;
	}
}

/*
 * A string whose first quote is taken; a number, true, false or null, of
 * which null is empty.  The views live until the next json_scan_start.
 */
bool json_scan_string(struct json_scan *s, struct str *out);
bool json_scan_word(struct json_scan *s, struct str *out);

/*
 * Append the way to the first plain value in the object or array that comes,
 * such as ".city[0]".  Nothing is taken.
 */
void json_scan_way(const struct json_scan *s, struct buf *way);

#endif
