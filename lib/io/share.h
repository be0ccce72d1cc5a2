#ifndef IO_SHARE_H
#define IO_SHARE_H

/* Where the shared files are: $CIVUTILS_SHARE, or where they were installed. */

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"

/*
 * The path of a shared file: NAME itself if it has a slash or ends in the
 * suffix, else SHARE/FOLDER/NAMEsuffix.  Says nothing of whether it exists.
 */
const char *share_path(struct arena *a, const char *folder, const char *name,
    const char *suffix);

/*
 * Whether there is a file of that path.  If not, append to why where it was
 * looked for, and the nearest name that is there: "no kind 'thin' in
 * /usr/local/share/civutils/schema; did you mean 'thing'?"
 */
bool share_has(struct arena *a, const char *folder, const char *name,
    const char *suffix, struct buf *why);

#endif
