#ifndef IO_TERM_RULES_H
#define IO_TERM_RULES_H

/*
 * A term from its rule file; all trouble dies.
 *
 * The file is of the kind `terms`, as share/rules/terms.yaml shows it.  Its
 * editions stand under each term, because each term has a law of its own and
 * changes on its own day.
 */

#include "base/arena.h"
#include "civic/terms.h"

/*
 * "appeal" is a term of share/rules/terms.yaml, "FILE:appeal" one of a file;
 * a FILE with a single term needs no name.  FILE has a slash or ends in
 * .yaml.
 */
const struct terms_term *term_rules_read(struct arena *a, const char *name);

#endif
