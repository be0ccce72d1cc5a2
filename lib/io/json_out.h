#ifndef IO_JSON_OUT_H
#define IO_JSON_OUT_H

/* JSON on its way out. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

/* Append a text as a string of JSON, with its quotes. */
void json_out_string(struct buf *out, struct str text);

/* Append an array of names on a line, which names the fields of a file. */
void json_out_names(struct buf *out, const struct str *name, size_t count);

/*
 * A document, written value by value.  Each value of the first levels stands
 * on a line of its own, the rest on the line of what it is in.  text may be
 * taken away at any time.  Of all zeros but `lines`, it is empty and ready.
 *
 * key is that of the member, or NULL for an item of an array.
 */
struct json_out {
	struct buf text;
	size_t lines;		/* how many levels have their lines */

	/* The rest is for json_out.c alone. */
	size_t depth;
	bool more;		/* a value came before, at this level */
};

/* An object or array begins, with this bracket, or ends, with the other. */
void json_out_open(struct json_out *o, const char *key, char bracket);
void json_out_close(struct json_out *o, char bracket);

/* A string.  An empty one is no value, and is left out. */
void json_out_text(struct json_out *o, const char *key, struct str value);

/* Numbers: whole ones, and money, as 12500 or 12500.50, never otherwise. */
void json_out_number(struct json_out *o, const char *key, int64_t value);
void json_out_money(struct json_out *o, const char *key, int64_t tiyn);

#endif
