#ifndef CIVIC_CLAUSE_H
#define CIVIC_CLAUSE_H

#include "base/str.h"

/*
 * The order of clauses as people number them: "3" before "12", "5.2" before
 * "5.10", "5" before "5-1".  Less than, equal to or more than 0; numbers are
 * compared as numbers, all else by its bytes.
 */
int clause_cmp(struct str a, struct str b);

#endif
