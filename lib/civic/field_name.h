#ifndef CIVIC_FIELD_NAME_H
#define CIVIC_FIELD_NAME_H

/*
 * Names of fields.  Ours are a-z, 0-9 and '_', and start with no digit;
 * foreign ones are anything that stands over a column.
 */

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

bool field_name_is(struct str name);

/*
 * Append the name that a foreign one in ASCII means: in lower case, with '_'
 * between its words.  Words are letters and digits; a capital after a small
 * letter starts one.  nameRu and "Name, ru" are name_ru, and name_ru is
 * itself.  False, and nothing appended, if that gives no name.
 */
bool field_name_make(struct buf *out, struct str foreign);

/*
 * Append a name that one could take for any foreign one, with Cyrillic spelt
 * in Latin letters.  A suggestion only: two names may give the same.
 */
void field_name_suggest(struct buf *out, struct str foreign);

#endif
