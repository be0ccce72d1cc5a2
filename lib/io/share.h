#ifndef IO_SHARE_H
#define IO_SHARE_H

/* Where the shared files are: $CIVUTILS_SHARE, or where they were installed. */

#include "base/arena.h"

/*
 * The path of a shared file: NAME itself if it has a slash or ends in the
 * suffix, else SHARE/FOLDER/NAMEsuffix.  Says nothing of whether it exists.
 */
const char *share_path(struct arena *a, const char *folder, const char *name,
    const char *suffix);

#endif
