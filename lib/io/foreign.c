#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"
#include "io/foreign.h"
#include "io/rec.h"

#define SHOWN_MAX 60
#define MESSAGE_MAX 1024

void
foreign_keep_refused(struct foreign *f, const char *file)
{
	if (file == NULL)
		return;
	if (source_has(&f->text.source, file))
		die("-x %s: is read from; name another file", file);
	sink_create(&f->rejects, file);
	f->keeping = true;
	/* So that nobody takes it for the encoding that was stated. */
	if (f->text.name != NULL)
		foreign_keep(f, STR("\xef\xbb\xbf"));
	foreign_keep(f, buf_str(&f->preamble));
	/* A header may be all that its file has, and no line end behind it. */
	if (f->preamble.n > 0 && f->preamble.p[f->preamble.n - 1] != '\n')
		foreign_keep(f, STR("\n"));
}

void
foreign_keep(struct foreign *f, struct str piece)
{
	if (f->keeping)
		sink_write(&f->rejects, piece);
}

void
foreign_refuse(struct foreign *f, struct str field, const char *fmt, ...)
{
	char text[MESSAGE_MAX];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	if (field.n > 0)
		warn("%s:%zu: %.*s: %s", f->text.source.name, f->line,
		    STR_ARG(foreign_shown(field)), text);
	else
		warn("%s:%zu: %s", f->text.source.name, f->line, text);
	if (f->refused_now)
		return;
	f->refused_now = true;
	f->refused++;
	foreign_keep(f, f->source);
	/* The last line of a file may have no end. */
	if (f->source.n > 0 && f->source.p[f->source.n - 1] != '\n')
		foreign_keep(f, STR("\n"));
}

bool
foreign_fits(struct foreign *f, size_t bytes)
{
	struct str none = { NULL, 0 };

	if (bytes > REC_LINE_MAX)
		foreign_refuse(f, none, "over 1 MiB in one record");
	return bytes <= REC_LINE_MAX;
}

struct str
foreign_shown(struct str text)
{
	struct str all = text;

	if (text.n <= SHOWN_MAX)
		return text;
	text.n = utf8_valid((struct str){ all.p, SHOWN_MAX });
	return text;
}

int
foreign_close(struct foreign *f)
{
	int status = f->refused > 0 ? REFUSED : 0;

	if (f->keeping)
		sink_close(&f->rejects);
	encoding_close(&f->text);
	buf_free(&f->preamble);
	arena_reset(&f->run);
	return status;
}
