#ifndef IO_TARGET_H
#define IO_TARGET_H

/*
 * A file that a program makes beside its output, say for refused records:
 * written under another name in the same folder, and put into its place
 * only when it is whole and on the disk.  A program that dies leaves what
 * was there before.
 *
 * Nothing is overwritten that could be missed: a file that is there must be
 * empty, or an older one of refused records (its header ends in refused_at
 * and refused_why).  A pipe or a device is written to as it is.
 */

#include "base/str.h"

struct target {
	const char *file;
	char *beside;		/* NULL for a pipe or a device */
};

/* Open it and return a descriptor for writing; dies if that is not to be. */
int target_open(struct target *t, const char *file);

/* All is written: close the descriptor, and put the file into its place. */
void target_place(struct target *t, int fd);

#endif
