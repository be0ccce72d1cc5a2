#ifndef IO_SCREEN_H
#define IO_SCREEN_H

/*
 * A table for people: aligned columns under their names, control bytes made
 * visible.  The widths are taken from the first rows, up to 4 MiB of them;
 * where there is a window, columns are narrowed and cells cut to fit it.
 */

#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"
#include "io/sink.h"

struct screen;

/* window: columns of the terminal, or 0 to cut nothing. */
struct screen *screen_open(struct sink *to, const struct str *names,
    size_t count, size_t window);

/* The next cell, row by row. */
void screen_cell(struct screen *s, struct str value);

/* Print what waits, and free it. */
void screen_close(struct screen *s);

#endif
