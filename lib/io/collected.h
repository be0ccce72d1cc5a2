#ifndef IO_COLLECTED_H
#define IO_COLLECTED_H

/* Proposals that were collected, as records. */

#include "base/str.h"
#include "io/proposals.h"
#include "io/rec.h"

/*
 * The header: the fields of the input, and behind them those that it lacks of
 * id, forum (only if one is given) and repeat_of, and those that are new.
 */
void collected_fields(const struct rec *in, const struct proposals *p,
    struct str forum);

/* The records, in the order of the input; known may be NULL. */
void collected_print(const struct proposals *p, const struct proposals *known,
    struct str forum);

#endif
