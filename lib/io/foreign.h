#ifndef IO_FOREIGN_H
#define IO_FOREIGN_H

/*
 * Records in foreign formats, on their way in: what the readers of CSV
 * (io/csv.h) and JSON (io/json.h) have in common.
 *
 * A record that is not well formed is refused and passed over; the rest goes
 * on.  Trouble dies.  Views of a record live until the reader's next.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/die.h"
#include "base/str.h"
#include "io/encoding.h"
#include "io/sink.h"

struct foreign {
	/* The fields, as the files name them. */
	struct str *name;
	size_t count;

	/* The record in hand: its values; its text and where it starts. */
	struct str *value;
	struct str source;
	size_t line;

	/* The rest is for the readers alone. */
	struct encoding text;
	struct arena run;
	struct buf preamble;	/* what stands before the first record */
	bool refused_now, keeping;
	size_t refused;
	struct sink rejects;
};

/*
 * What a record may have in text.  Whatever fits on a line of ours, of
 * REC_LINE_MAX, fits in here in any format, with its names and escapes.
 */
#define FOREIGN_MAX ((size_t)8 << 20)
#define FOREIGN_LIMIT "8 MiB"

/*
 * Keep the text of refused records in this file, made anew, in UTF-8 (with a
 * byte order mark, if the input is in another encoding), behind what stands
 * before the first record: so that it can be mended and fed again.  NULL
 * keeps none.  Call it before the first record is read.
 */
void foreign_keep_refused(struct foreign *f, const char *file);

/*
 * Say what is wrong with the record in hand, "program: file:line: field:
 * text"; field may be empty.  It may be refused for several reasons.
 */
void foreign_refuse(struct foreign *f, struct str field, const char *fmt, ...)
    PRINTF(3, 4);

/*
 * Whether the record in hand fits on a line of ours, on which it would have
 * so many bytes.  If not, it is refused.
 */
bool foreign_fits(struct foreign *f, size_t bytes);

/* Keep a further piece of a refused record that is too long to be in hand. */
void foreign_keep(struct foreign *f, struct str piece);

/* As much of a text as a message shows. */
struct str foreign_shown(struct str text);

/* Close all.  Returns REFUSED if any record was refused, else 0. */
int foreign_close(struct foreign *f);

#endif
