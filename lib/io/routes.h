#ifndef IO_ROUTES_H
#define IO_ROUTES_H

/*
 * The rules by which proposals find their bodies, from rule files of the
 * kind `routes`; civic/route.h says what they do, forum-route(1) how they
 * are written.  All trouble dies.
 */

#include <stdbool.h>

#include "base/arena.h"
#include "civic/route.h"

/* The edition in force on the day, built; with places if hits are asked for. */
struct route *routes_read(struct arena *a, const char *name, long day,
    bool places);

#endif
