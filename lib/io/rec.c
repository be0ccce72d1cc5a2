#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/scan.h"
#include "base/utf8.h"
#include "io/rec.h"
#include "io/reject.h"
#include "io/source.h"

#define READ_SIZE ((size_t)32 << 10)	/* stays in the cache */
#define SHOWN_MAX 60	/* bytes of a value that a message shows */
#define HELD_BACK ((size_t)4 << 10)

/* A piece of a file, and the index of its lines. */
struct chunk {
	const char *file;
	size_t before;		/* lines of the file before it */
	size_t written;		/* fields in that file */
	char *text;
	struct scan scan;
	uint32_t *marks;	/* scan.mark from 1: before it is one end more */
	size_t room, scanroom;
};

/* The values of a line that has escapes, without them. */
struct plain {
	struct buf text;
	struct str *value;
};

struct rec {
	struct source source;

	/* Text read: [start, end) of the chunk in use is not yet turned to;
	 * some of it is indexed.  Further chunks are for rec_hold. */
	struct chunk chunk[REC_HELD + 1], *at;
	bool holds, went_on;	/* to another chunk, since rec_next began */
	size_t start, end;
	size_t line;		/* the next in scan.line */
	size_t mark, odd;	/* its first in scan.mark, and scan.odd */
	bool suspect;		/* the indexed text is not all UTF-8 */
	bool calm;		/* nothing to check but how many values */
	bool drained;		/* the file has no more to read */

	/* The header. */
	struct arena run;
	bool whole;		/* with refused_at and refused_why */
	struct str header;	/* without them, unless whole */
	struct str *name;
	size_t count, written;	/* fields; those that stand in the file */

	/* The record in hand. */
	struct str raw;
	size_t first;		/* of its marks */
	size_t number;		/* of its line in the file */
	bool escaped;
	struct plain plain[REC_HELD + 1], *unescaped;	/* for rec_hold too */

	struct reject reject;
	bool refused_now;
	struct buf why;
	size_t refused;
	char *where;
};

/* Room for the text read so far and one more read, and its index. */
static void
more_room(struct rec *in)
{
	size_t need = in->end + READ_SIZE + 1;
	struct chunk *c = in->at;
	struct scan *s = &c->scan;

	if (need <= c->room)
		return;
	c->text = buf_grow(c->text, &c->room, need, 1);
	c->scanroom = c->room + 64;
	c->marks = realloc(c->marks, (c->scanroom + 1) * sizeof(uint32_t));
	s->line = realloc(s->line, c->scanroom * sizeof(uint32_t));
	s->odd = realloc(s->odd, c->scanroom * sizeof(uint32_t));
	if (c->marks == NULL || s->line == NULL || s->odd == NULL)
		die("out of memory");
	c->marks[0] = UINT32_MAX;
	s->mark = c->marks + 1;
}

/* Bring what is not yet turned to to the front of the chunk. */
static void
move_up(struct rec *in)
{
	const char *left = in->at->text + in->start;

	in->end -= in->start;
	in->start = 0;
	if (in->holds && !in->went_on) {
		in->went_on = true;
		in->at = in->at == &in->chunk[REC_HELD] ? in->chunk :
							  in->at + 1;
		more_room(in);
	}
	if (in->end > 0 && left != in->at->text)
		memmove(in->at->text, left, in->end);
}

/* Most text is such that a line with as many values as fields is fine. */
static void
find_calm(struct rec *in)
{
	in->at->written = in->written;
	in->calm = !in->suspect && in->at->scan.odds == 0 &&
	    in->end <= REC_LINE_MAX && in->written == in->count;
}

/* Index what stands at the front of the buffer, up to its last line end. */
static void
index_text(struct rec *in)
{
	struct scan *s = &in->at->scan;
	struct str whole = { in->at->text, in->end };

	scan_lines(whole, s);
	in->at->file = in->source.name;
	in->at->before = in->number;
	in->line = in->mark = in->odd = 0;
	in->start = 0;
	in->suspect = false;
	if (s->high && s->lines > 0) {
		whole.n = s->mark[s->line[s->lines - 1]] + 1;
		in->suspect = utf8_valid(whole) != whole.n;
	}
	find_calm(in);
}

static void
count_refused(struct rec *in)
{
	in->refused++;
	in->refused_now = true;
}

/* The beginning of a line without the two values that reject_end wrote. */
static struct str
without_reasons(const struct rec *in, struct str tail)
{
	size_t tabs = 0;

	if (in->written > in->count)
		for (size_t i = tail.n; i-- > 0;)
			if (tail.p[i] == '\t' && ++tabs == 2)
				return (struct str){ tail.p, i };
	return tail;
}

/*
 * A line over the limit, whose beginning fills the buffer: keep it piece by
 * piece, and leave what follows it at the front of the buffer.  A part is
 * held back until the end is seen, as it may have old reasons.
 */
static void
pass_over(struct rec *in)
{
	const char *end;

	if (in->number == 0)
		die("%s:1: over 1 MiB in the header line", in->source.name);
	in->number++;
	in->raw = (struct str){ NULL, 0 };
	rec_refuse(in, REC_NONE, "over 1 MiB in one line");
	while ((end = memchr(in->at->text, '\n', in->end)) == NULL) {
		size_t n = in->end > HELD_BACK ? in->end - HELD_BACK : 0, more;

		reject_piece(&in->reject, (struct str){ in->at->text, n });
		memmove(in->at->text, in->at->text + n, in->end - n);
		in->end -= n;
		more = source_read(&in->source, in->at->text + in->end, READ_SIZE);
		if (more == 0)
			break;
		in->end += more;
	}
	size_t length = end != NULL ? (size_t)(end - in->at->text) : in->end;
	size_t used = end != NULL ? length + 1 : length;

	reject_piece(&in->reject, without_reasons(in, (struct str){ in->at->text,
	    length }));
	reject_end(&in->reject, rec_where(in), buf_str(&in->why));
	in->refused_now = false;
	memmove(in->at->text, in->at->text + used, in->end - used);
	in->end -= used;
}

/* Read on in the file until a line is complete.  False at the file's end. */
static bool
fill(struct rec *in)
{
	move_up(in);
	in->at->scan.lines = in->line = 0;
	while (!in->drained) {
		size_t n;

		more_room(in);
		n = source_read(&in->source, in->at->text + in->end, READ_SIZE);
		if (n == 0) {
			in->drained = true;
			if (in->end == 0)
				break;
			/* The last line may come without its end. */
			if (in->at->text[in->end - 1] != '\n')
				in->at->text[in->end++] = '\n';
			index_text(in);
			return true;
		}
		in->end += n;
		if (memchr(in->at->text + in->end - n, '\n', n) != NULL) {
			index_text(in);
			return true;
		}
		if (in->end > REC_LINE_MAX)
			pass_over(in);
		/* What follows a line passed over may have whole lines. */
		if (memchr(in->at->text, '\n', in->end) != NULL) {
			index_text(in);
			return true;
		}
	}
	return false;
}

/* Take the next indexed line into hand. */
static void
take_line(struct rec *in)
{
	size_t last = in->at->scan.line[in->line++], end = in->at->scan.mark[last];

	in->raw = (struct str){ in->at->text + in->start, end - in->start };
	in->start = end + 1;
	in->first = in->mark;
	in->mark = last + 1;
	in->number++;
}

/* Values of the line in hand, as its marks tell. */
static size_t
values(const struct rec *in)
{
	return in->mark - in->first;
}

static struct str
value_at(const struct rec *in, size_t field)
{
	const uint32_t *mark = in->at->scan.mark + in->first;
	uint32_t from = mark[field - 1] + 1;

	return (struct str){ in->at->text + from, mark[field] - from };
}

static bool
is_name(struct str s)
{
	if (s.n == 0 || (s.p[0] >= '0' && s.p[0] <= '9'))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!((s.p[i] >= 'a' && s.p[i] <= 'z') ||
		    (s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '_'))
			return false;
	return true;
}

/* The beginning of a long value, in whole characters. */
static struct str
shown(struct str s)
{
	struct str head = { s.p, SHOWN_MAX };

	if (s.n <= SHOWN_MAX)
		return s;
	head.n = utf8_valid(head);
	return head;
}

static void
check_header(const struct rec *in)
{
	const char *name = in->source.name;
	struct str h = in->raw;
	struct map seen = { 0 };

	if (h.n > REC_LINE_MAX)
		die("%s:1: over 1 MiB in the header line", name);

	if (str_starts(h, STR("\xef\xbb\xbf")))
		die("%s:1: starts with a byte order mark; take it off, or read "
		    "the file with rec-from csv -D tab", name);
	if (str_ends(h, STR("\r")))
		die("%s:1: lines end in CR LF; make them end in LF, or read "
		    "the file with rec-from csv -D tab", name);
	for (size_t i = 0; i < values(in); i++) {
		struct str s = value_at(in, i);

		if (!is_name(s))
			die("%s:1: not a field name (a-z, 0-9, _): '%.*s'; is "
			    "the header line missing?", name, STR_ARG(shown(s)));
		size_t first = map_add(&seen, s);

		if (first != i)
			die("%s:1: field %zu has the name of field %zu: '%.*s'",
			    name, i + 1, first + 1, STR_ARG(s));
	}
	map_free(&seen);
}

/* Without the two fields that reject_open adds. */
static struct str
own_header(const struct rec *in, size_t *count)
{
	struct str h = in->raw;
	size_t n = values(in);

	if (!in->whole && n > 2 &&
	    str_eq(value_at(in, n - 2), STR("refused_at")) &&
	    str_eq(value_at(in, n - 1), STR("refused_why"))) {
		h.n -= sizeof("\trefused_at\trefused_why") - 1;
		n -= 2;
	}
	*count = n;
	return h;
}

static void
first_header(struct rec *in)
{
	in->written = values(in);
	in->header = arena_copy(&in->run, own_header(in, &in->count));
	in->name = arena_array(&in->run, in->count, sizeof(*in->name));
	for (size_t i = 0; i <= REC_HELD; i++)
		in->plain[i].value = arena_array(&in->run, in->count,
		    sizeof(struct str));
	for (struct str rest = in->header, *n = in->name;
	    n < in->name + in->count; n++)
		*n = str_cut(&rest, '\t');
}

/* The first difference between the header in hand and the first file's. */
static void
same_header(struct rec *in)
{
	size_t count;
	struct str h = own_header(in, &count);

	in->written = values(in);
	if (str_eq(h, in->header))
		return;
	for (size_t i = 0; i < count && i < in->count; i++)
		if (!str_eq(value_at(in, i), in->name[i]))
			die("%s:1: field %zu is '%.*s', but '%.*s' in the first "
			    "file", in->source.name, i + 1,
			    STR_ARG(value_at(in, i)), STR_ARG(in->name[i]));
	die("%s:1: %zu fields, but %zu in the first file", in->source.name,
	    count, in->count);
}

/* Open the next file and read its header.  False after the last. */
static bool
open_next(struct rec *in)
{
	if (!source_next(&in->source))
		return false;
	in->drained = false;
	in->number = in->start = in->end = 0;
	if (!fill(in))
		die("%s: empty: a header line is needed", in->source.name);
	take_line(in);
	check_header(in);
	if (in->name == NULL)
		first_header(in);
	else
		same_header(in);
	find_calm(in);
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

/* Write a value without its escapes behind the others; they fit. */
static bool
unescape(struct rec *in, size_t field)
{
	struct str raw = value_at(in, field);
	struct buf *text = &in->unescaped->text;
	char *to = text->p + text->n;
	struct str *value = &in->unescaped->value[field];

	value->p = to;
	for (size_t i = 0; i < raw.n; i++) {
		char c = raw.p[i];

		if (c == '\\') {
			c = ++i < raw.n ? raw.p[i] : '\0';
			switch (c) {
			case 't': c = '\t'; break;
			case 'n': c = '\n'; break;
			case 'r': c = '\r'; break;
			case '\\': break;
			default:
				rec_refuse(in, field, "a backslash before "
				    "something else than t, n, r or \\: '%.*s'",
				    STR_ARG(shown(raw)));
				return false;
			}
		}
		*to++ = c;
	}
	value->n = (size_t)(to - value->p);
	text->n += value->n;
	return true;
}

/* The field of the line in hand in which the offset of the text stands. */
static size_t
field_of(const struct rec *in, size_t offset)
{
	size_t i = 0;

	while (in->at->scan.mark[in->first + i] < offset)
		i++;
	return i < in->count ? i : REC_NONE;
}

/* A line with backslashes, CRs or NULs.  True if it is a record even so. */
static bool
check_odd(struct rec *in, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		size_t at = in->at->scan.odd[i];

		if (at >= (size_t)(in->raw.p - in->at->text) + in->raw.n)
			break;
		if (in->at->text[at] == '\0') {
			rec_refuse(in, field_of(in, at), "a NUL byte");
			return false;
		}
		if (in->at->text[at] == '\r') {
			rec_refuse(in, field_of(in, at),
			    "a bare CR; write it as \\r, or end lines in LF");
			return false;
		}
	}
	buf_clear(&in->unescaped->text);
	buf_reserve(&in->unescaped->text, in->raw.n + 1);
	for (size_t i = 0; i < in->count; i++)
		if (!unescape(in, i))
			return false;
	in->escaped = true;
	return true;
}

static bool
check_utf8(struct rec *in)
{
	size_t good = utf8_valid(in->raw);
	struct str rest = { in->raw.p + good, in->raw.n - good };

	if (rest.n == 0)
		return true;
	rest = str_cut(&rest, '\t');
	rest.n = rest.n < 4 ? rest.n : 4;
	rec_refuse(in, field_of(in, (size_t)(rest.p - in->at->text)),
	    "not UTF-8 from byte %zu of the line: '%.*s'", good + 1,
	    STR_ARG(rest));
	return false;
}

/* Leave out the two values that reject_end wrote behind the others. */
static void
leave_out_reasons(struct rec *in)
{
	if (in->at->written > in->count && values(in) > 2)
		in->raw.n = in->at->scan.mark[in->mark - 3] -
		    (size_t)(in->raw.p - in->at->text);
}

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

static bool
check_odds(struct rec *in)
{
	size_t odd = in->odd, n = values(in);

	while (in->odd < in->at->scan.odds && in->at->scan.odd[in->odd] < in->start)
		in->odd++;
	leave_out_reasons(in);
	if (in->raw.n > REC_LINE_MAX) {
		rec_refuse(in, REC_NONE, "over 1 MiB in one line");
		return false;
	}
	if (n != in->written) {
		rec_refuse(in, REC_NONE, "%zu value%s for %zu field%s", n,
		    plural(n), in->written, plural(in->written));
		return false;
	}
	if (in->suspect && !check_utf8(in))
		return false;
	return in->odd == odd || check_odd(in, odd, in->odd);
}

static inline bool
check_line(struct rec *in)
{
	return (in->calm && values(in) == in->written) || check_odds(in);
}

void
rec_hold(struct rec *in)
{
	in->holds = true;
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
		while (in->line == in->at->scan.lines && !fill(in))
			if (!open_next(in))
				return false;
		if (in->line == in->at->scan.lines)
			continue;
		take_line(in);
		if (check_line(in))
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
		take_line(in);
	} while (!check_line(in));
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
	if (place.line == 0)	/* after the last record */
		return;
	const struct scan *s = &in->at->scan;

	in->line--;
	in->mark = in->line > 0 ? s->line[in->line - 1] + (size_t)1 : 0;
	in->start = in->mark > 0 ? s->mark[in->mark - 1] + (size_t)1 : 0;
	in->number = in->at->before + in->line;
	in->source.name = in->at->file;
	take_line(in);
	leave_out_reasons(in);
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
	return field == REC_NONE ? STR("") : value_at(in, field);
}

struct str
rec_value(struct rec *in, size_t field)
{
	if (field == REC_NONE)
		return STR("");
	return in->escaped ? in->unescaped->value[field] : value_at(in, field);
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

void
rec_refuse(struct rec *in, size_t field, const char *fmt, ...)
{
	va_list args;
	size_t from;

	if (!in->refused_now) {
		buf_clear(&in->why);
		count_refused(in);
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
