#ifndef IO_ROUTES_H
#define IO_ROUTES_H

/*
 * The rules by which proposals find their bodies, from rule files of the
 * kind `routes`; civic/route.h says what they do, forum-route(1) how they
 * are written.  All trouble dies.
 */

#include "base/arena.h"
#include "civic/route.h"

/* The edition in force on the day, to be built by route_build. */
struct route *routes_read(struct arena *a, const char *name, long day);

#endif
