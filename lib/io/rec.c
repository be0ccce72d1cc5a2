#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/rec_own.h"

#define SHOWN_MAX 60	/* bytes of names that a message lists */

/* Open the next file and read its header.  False after the last. */
static bool
open_next(struct rec *in)
{
	if (!source_next(&in->source))
		return false;
	in->drained = false;
	in->number = in->start = in->end = 0;
	if (!rec_text_fill(in))
		die("%s: empty: a header line is needed", in->source.name);
	rec_own_take(in);
	rec_header_take(in);
	rec_text_calm(in);
	return true;
}

static struct rec *
open_files(char **files, bool whole)
{
	struct rec *in = calloc(1, sizeof(*in));

	if (in == NULL)
		die("out of memory");
	in->whole = whole;
	in->at = in->chunk;
	in->unescaped = in->plain;
	source_open(&in->source, files);
	open_next(in);
	in->raw = (struct str){ NULL, 0 };
	return in;
}

struct rec *
rec_open(char **files)
{
	return open_files(files, false);
}

struct rec *
rec_open_whole(char **files)
{
	return open_files(files, true);
}

void
rec_keep_refused(struct rec *in, const char *file)
{
	if (file == NULL)
		return;
	if (source_has(&in->source, file))
		die("-x %s: is read from; name another file", file);
	reject_open(&in->reject, file, in->header);
}

size_t
rec_count(const struct rec *in)
{
	return in->count;
}

struct str
rec_name(const struct rec *in, size_t field)
{
	return in->name[field];
}

size_t
rec_field_if(const struct rec *in, const char *name)
{
	for (size_t i = 0; i < in->count; i++)
		if (str_eq(in->name[i], str_of(name)))
			return i;
	return REC_NONE;
}

size_t
rec_field(const struct rec *in, const char *name)
{
	size_t i = rec_field_if(in, name);

	if (i != REC_NONE)
		return i;
	i = str_nearest(str_of(name), in->name, in->count);
	if (i != STR_NONE)
		die("%s:1: no field '%s'; the nearest is '%.*s'",
		    in->source.name, name, STR_ARG(in->name[i]));
	struct buf names = { 0 };

	for (i = 0; i < in->count && names.n < SHOWN_MAX; i++) {
		buf_add(&names, i > 0 ? STR(", ") : STR(""));
		buf_add(&names, in->name[i]);
	}
	die("%s:1: no field '%s' among %.*s%s", in->source.name, name,
	    STR_ARG(buf_str(&names)), i < in->count ? " ..." : "");
}

static void
keep_refused(struct rec *in)
{
	reject_piece(&in->reject, in->raw);
	reject_end(&in->reject, rec_where(in), buf_str(&in->why));
	in->refused_now = false;
}

/* The record in hand is done with: keep it if it was refused. */
static inline void
settle(struct rec *in)
{
	if (in->refused_now)
		keep_refused(in);
}

void
rec_hold(struct rec *in, void (*before)(void *of), void *of)
{
	in->holds = true;
	in->before = before;
	in->before_of = of;
}

bool
rec_next(struct rec *in)
{
	in->went_on = false;
	in->unescaped = in->unescaped == &in->plain[REC_HELD] ? in->plain :
								in->unescaped + 1;
	for (;;) {
		settle(in);
		in->escaped = false;
		while (in->line == in->at->scan.lines && !rec_text_fill(in))
			if (!open_next(in))
				return false;
		if (in->line == in->at->scan.lines)
			continue;
		rec_own_take(in);
		if (rec_own_fine(in))
			return true;
	}
}

bool
rec_near(struct rec *in)
{
	/* What is unescaped would be overwritten. */
	if (in->escaped)
		return false;
	do {
		settle(in);
		if (in->line == in->at->scan.lines)
			return false;
		rec_own_take(in);
	} while (!rec_own_fine(in));
	return true;
}

void
rec_tell(const struct rec *in, struct rec_place *place)
{
	place->line = (uint32_t)in->line;
	place->escaped = in->escaped;
	place->chunk = (unsigned char)(in->at - in->chunk);
	place->plain = (unsigned char)(in->unescaped - in->plain);
}

void
rec_turn(struct rec *in, struct rec_place place)
{
	settle(in);
	in->at = &in->chunk[place.chunk];
	in->line = place.line;
	in->raw = (struct str){ NULL, 0 };
	if (place.line == 0) {	/* after the last record, or passing one over */
		in->start = 0;
		return;
	}
	const struct scan *s = &in->at->scan;

	in->line--;
	in->mark = in->line > 0 ? s->line[in->line - 1] + (size_t)1 : 0;
	in->start = in->mark > 0 ? s->mark[in->mark - 1] + (size_t)1 : 0;
	in->number = in->at->before + in->line;
	in->source.name = in->at->file;
	rec_own_take(in);
	rec_line_leave_out_reasons(in);
	in->escaped = place.escaped;
	in->unescaped = &in->plain[place.plain];
}

const char *
rec_file(const struct rec *in)
{
	return in->source.name;
}

struct str
rec_raw(const struct rec *in, size_t field)
{
	return field == REC_NONE ? STR("") : rec_own_value(in, field);
}

struct str
rec_value(struct rec *in, size_t field)
{
	if (field == REC_NONE)
		return STR("");
	return in->escaped ? in->unescaped->value[field] : rec_own_value(in, field);
}

void
rec_values(struct rec *in, const size_t *field, size_t count,
    struct str *value)
{
	const uint32_t *mark = in->at->scan.mark + in->first;
	const char *text = in->at->text;

	if (in->escaped) {
		for (size_t i = 0; i < count; i++)
			value[i] = in->unescaped->value[field[i]];
		return;
	}
	for (size_t i = 0; i < count; i++) {
		uint32_t from = mark[field[i] - 1] + 1;

		value[i] = (struct str){ text + from, mark[field[i]] - from };
	}
}

struct str
rec_line(const struct rec *in)
{
	return in->raw;
}

const char *
rec_where(struct rec *in)
{
	size_t room = strlen(in->source.name) + 24;

	free(in->where);
	in->where = malloc(room);
	if (in->where == NULL)
		die("out of memory");
	snprintf(in->where, room, "%s:%zu", in->source.name, in->number);
	return in->where;
}

static void PRINTF(3, 0)
complain(const struct rec *in, size_t field, const char *fmt, va_list args,
    struct buf *text)
{
	va_list again;
	int n;

	if (field != REC_NONE) {
		buf_add(text, in->name[field]);
		buf_add(text, STR(": "));
	}
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n > 0) {
		vsnprintf(buf_reserve(text, (size_t)n + 1), (size_t)n + 1, fmt,
		    args);
		text->n += (size_t)n;
	}
}

/* Those before the record in hand, which may be refused in their turn. */
static void
before_refusing(struct rec *in)
{
	const char *name = in->source.name;
	size_t number = in->number;

	if (in->before == NULL)
		return;
	in->before(in->before_of);
	/* A line that is passed over has no place to turn to. */
	in->source.name = name;
	in->number = number;
}

void
rec_refuse(struct rec *in, size_t field, const char *fmt, ...)
{
	va_list args;
	size_t from;

	if (!in->refused_now) {
		before_refusing(in);
		buf_clear(&in->why);
		in->refused++;
		in->refused_now = true;
	} else {
		buf_add(&in->why, STR("; "));
	}
	from = in->why.n;
	va_start(args, fmt);
	complain(in, field, fmt, args, &in->why);
	va_end(args);
	warn("%s:%zu: %.*s", in->source.name, in->number,
	    (int)(in->why.n - from), in->why.p + from);
}

void
rec_warn(const struct rec *in, size_t field, const char *fmt, ...)
{
	struct buf text = { 0 };
	va_list args;

	va_start(args, fmt);
	complain(in, field, fmt, args, &text);
	va_end(args);
	warn("%s:%zu: warning: %.*s", in->source.name, in->number,
	    STR_ARG(buf_str(&text)));
	buf_free(&text);
}

bool
rec_is_refused(const struct rec *in)
{
	return in->refused_now;
}

size_t
rec_refused(const struct rec *in)
{
	return in->refused;
}

int
rec_close(struct rec *in)
{
	int status;

	settle(in);
	status = in->refused > 0 ? REFUSED : 0;
	reject_close(&in->reject);
	source_close(&in->source);
	arena_reset(&in->run);
	buf_free(&in->why);
	for (size_t i = 0; i <= REC_HELD; i++) {
		buf_free(&in->plain[i].text);
		free(in->chunk[i].text);
		free(in->chunk[i].marks);
		free(in->chunk[i].scan.line);
		free(in->chunk[i].scan.odd);
	}
	free(in->where);
	free(in);
	return status;
}
