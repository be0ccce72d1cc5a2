#ifndef IO_PUBLISH_360_H
#define IO_PUBLISH_360_H

/*
 * A file in the 360Giving Data Standard: each award is a grant, printed when
 * it has been read.
 */

#include <stdbool.h>

#include "io/publish.h"

/* Print all grants of the input.  False if there is none. */
bool publish_360_print(struct publish *p);

#endif
