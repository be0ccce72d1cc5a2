#ifndef IO_TWIN_LOAD_H
#define IO_TWIN_LOAD_H

/*
 * The records of each number of twins, kept in memory while a register is
 * loaded.
 */

#include <stddef.h>
#include <stdint.h>

struct twin_load;

struct twin_load *twin_load_open(void);
void twin_load_free(struct twin_load *l);

/* A record, called by its entry (1 or more), has the number; no more. */
void twin_load_add(struct twin_load *l, int64_t number, int64_t entry);
void twin_load_drop(struct twin_load *l, int64_t number, int64_t entry);

/*
 * The entries of a number one by one, in their order; those that were
 * dropped are 0.  *place is 0 at first, and again after the last.
 */
int64_t twin_load_next(const struct twin_load *l, int64_t number,
    size_t *place);

/*
 * All numbers with what has them, in the order of both: hand each to put.
 * Nothing can be asked or added afterwards.
 */
void twin_load_each(struct twin_load *l,
    void (*put)(void *context, int64_t number, int64_t entry),
    void *context);

#endif
