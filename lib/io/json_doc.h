#ifndef IO_JSON_DOC_H
#define IO_JSON_DOC_H

/*
 * An array within a document, such as {"version":"1.1","grants":[...]}, read
 * on the way, whatever its size.  Of what stands around the array, only the
 * brackets, the strings and the members of the objects on the way to it are
 * looked at.  All trouble dies.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "io/encoding.h"

/* The keys on the way to the array, of which there is at least one. */
struct json_doc {
	const struct str *way;
	size_t ways;
};

/* Go from the start of the document to behind the first bracket. */
void json_doc_enter(const struct json_doc *doc, struct encoding *text);

/* Go from behind the last bracket of the array to behind the document. */
void json_doc_leave(const struct json_doc *doc, struct encoding *text);

/* Move on to what is no blank; false if the file ends before. */
bool json_doc_text(struct encoding *text);

#endif
