#ifndef IO_JSON_OUT_H
#define IO_JSON_OUT_H

/* Values in JSON, on their way out. */

#include "base/buf.h"
#include "base/str.h"

/* Append a text as a string of JSON, with its quotes. */
void json_out_string(struct buf *out, struct str text);

/* Append an array of names on a line, which names the fields of a file. */
void json_out_names(struct buf *out, const struct str *name, size_t count);

#endif
