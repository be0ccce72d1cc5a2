#ifndef IO_CODES_H
#define IO_CODES_H

/* Codes of a vocabulary, as rule files name them. */

#include <stddef.h>

#include "base/arena.h"
#include "civic/vocab.h"
#include "io/rules.h"

/*
 * A list of codes, which live as long as the rule.  Dies if it has none, or
 * one that is not of the vocabulary, with the nearest.
 */
const struct str *codes_read(struct arena *a, const struct rule *list,
    const struct vocab *v, size_t *count);

#endif
