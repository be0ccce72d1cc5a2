#include <errno.h>
#include <iconv.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/utf8.h"
#include "io/encoding.h"

#define READ_SIZE ((size_t)128 << 10)
#define RAW_SIZE ((size_t)32 << 10)
#define MARK_MAX 3	/* bytes of the longest byte order mark */

/* The names that may be stated, and what iconv calls them. */
static const struct {
	const char *stated, *name;
} known[] = {
	{ "utf-8", NULL }, { "utf8", NULL },
	{ "utf-16", "UTF-16" }, { "utf-16le", "UTF-16LE" },
	{ "utf-16be", "UTF-16BE" },
	{ "cp1251", "CP1251" }, { "windows-1251", "CP1251" },
	{ "rk1048", "RK1048" }, { "kz-1048", "RK1048" },
	{ "pt154", "PT154" },
};

#define KNOWN (sizeof(known) / sizeof(known[0]))

static const struct mark {
	struct str bytes;
	const char *name;
} marks[] = {
	{ { "\xef\xbb\xbf", 3 }, NULL },
	{ { "\xff\xfe", 2 }, "UTF-16LE" },
	{ { "\xfe\xff", 2 }, "UTF-16BE" },
};

static const char *
shown(const char *name)
{
	return name == NULL ? "UTF-8" : name;
}

/* The place of an encoding in what is known, or KNOWN. */
static size_t
find_encoding(const char *stated)
{
	size_t i = 0;

	while (i < KNOWN && strcasecmp(stated, known[i].stated) != 0)
		i++;
	return i;
}

bool
encoding_is(const char *stated)
{
	return find_encoding(stated) < KNOWN;
}

void
encoding_open(struct encoding *e, char **files, const char *stated)
{
	size_t i = stated == NULL ? 0 : find_encoding(stated);

	if (i == KNOWN)
		die("no encoding '%s'; there are utf-8, utf-16, utf-16le, "
		    "utf-16be, cp1251, rk1048 and pt154", stated);
	*e = (struct encoding){ .iconv = (iconv_t)-1 };
	e->stated = stated == NULL ? NULL : shown(known[i].name);
	e->raw = malloc(RAW_SIZE);
	if (e->raw == NULL)
		die("out of memory");
	source_open(&e->source, files);
}

/* The mark at the start of the file, which fits what was stated, or NULL. */
static const struct mark *
find_mark(const struct encoding *e)
{
	struct str start = { e->raw, e->raws };
	const struct mark *m = marks;

	while (m < marks + 3 && !str_starts(start, m->bytes))
		m++;
	if (m == marks + 3)
		return NULL;
	if (e->stated != NULL && strcmp(e->stated, shown(m->name)) != 0 &&
	    !(strcmp(e->stated, "UTF-16") == 0 && m->name != NULL))
		die("%s:1: starts with the byte order mark of %s, but is said "
		    "to be %s; give the right encoding with -E",
		    e->source.name, shown(m->name), e->stated);
	return m;
}

/* Settle the encoding of a file by its first bytes, which are in raw. */
static void
settle(struct encoding *e)
{
	const struct mark *m = find_mark(e);

	if (m == NULL && e->stated != NULL && strcmp(e->stated, "UTF-16") == 0)
		die("%s:1: no byte order mark says which UTF-16 this is; give "
		    "-E utf-16le or -E utf-16be", e->source.name);
	e->name = m != NULL ? m->name : e->stated;
	if (e->name != NULL && strcmp(e->name, "UTF-8") == 0)
		e->name = NULL;
	if (m != NULL) {
		e->raws -= m->bytes.n;
		memmove(e->raw, e->raw + m->bytes.n, e->raws);
		e->done = m->bytes.n;
	}
	if (e->name == NULL)
		return;
	e->iconv = iconv_open("UTF-8", e->name);
	if (e->iconv == (iconv_t)-1)
		die_errno("iconv has no %s", e->name);
}

static void
close_iconv(struct encoding *e)
{
	if (e->iconv != (iconv_t)-1)
		iconv_close(e->iconv);
	e->iconv = (iconv_t)-1;
}

bool
encoding_next(struct encoding *e)
{
	size_t n = 1;

	close_iconv(e);
	if (!source_next(&e->source))
		return false;
	e->n = e->raws = 0;
	e->done = 0;
	e->line = 1;
	e->drained = e->broken = e->cut = false;
	for (; e->raws < MARK_MAX && n > 0; e->raws += n)
		n = source_read(&e->source, e->raw + e->raws,
		    MARK_MAX - e->raws);
	settle(e);
	encoding_more(e);
	return true;
}

_Noreturn static void
die_broken(const struct encoding *e)
{
	unsigned char byte = (unsigned char)e->raw[0];
	size_t line = e->line;

	for (size_t i = 0; i < e->n; i++)
		line += e->p[i] == '\n';
	if (e->cut)
		die("%s:%zu: the text ends in a part of a character of %s, at "
		    "offset %" PRIu64 "; is the file whole?", e->source.name,
		    line, shown(e->name), e->done);
	if (e->stated == NULL && e->name != NULL)
		die("%s:%zu: not %s, as the byte order mark says: byte 0x%02x "
		    "at offset %" PRIu64 "; is the file whole?",
		    e->source.name, line, e->name, byte, e->done);
	if (e->stated != NULL)
		die("%s:%zu: not %s: byte 0x%02x at offset %" PRIu64 "; give "
		    "the right encoding with -E", e->source.name, line,
		    shown(e->name), byte, e->done);
	die("%s:%zu: not %s: byte 0x%02x at offset %" PRIu64 "; give the "
	    "encoding with -E cp1251, -E rk1048 or -E utf-16le",
	    e->source.name, line, shown(e->name), byte, e->done);
}

/* Move what is not taken to the front, with room for another read behind. */
static void
make_room(struct encoding *e)
{
	if (e->n > 0 && e->p != e->text)
		memmove(e->text, e->p, e->n);
	if (e->room - e->n < READ_SIZE)
		e->text = buf_grow(e->text, &e->room, e->n + READ_SIZE, 1);
	e->p = e->text;
}

/*
 * UTF-8 is read to its place at once.  The bytes of a character that is not
 * complete, or not good, wait in raw; with more of them it will turn out.
 */
static void
read_utf8(struct encoding *e)
{
	char *to = e->p + e->n;
	size_t n, good;

	if (e->raws > 0)
		memcpy(to, e->raw, e->raws);
	n = source_read(&e->source, to + e->raws, READ_SIZE - e->raws);
	e->drained = n == 0;
	n += e->raws;
	good = utf8_valid((struct str){ to, n });
	e->raws = n - good;
	e->broken = e->raws > 3 || (e->raws > 0 && e->drained);
	if (e->raws > 3)
		e->raws = 3;
	if (e->raws > 0)
		memcpy(e->raw, to + good, e->raws);
	e->n += good;
	e->done += good;
}

static void
read_foreign(struct encoding *e)
{
	size_t n = source_read(&e->source, e->raw + e->raws,
	    RAW_SIZE - e->raws);
	size_t in = e->raws + n, room = READ_SIZE;
	char *from = e->raw, *to = e->p + e->n;

	e->drained = n == 0;
	if (iconv(e->iconv, &from, &in, &to, &room) == (size_t)-1) {
		e->cut = errno == EINVAL && e->drained;
		e->broken = errno == EILSEQ || e->cut;
	}
	e->n += READ_SIZE - room;
	e->done += (size_t)(from - e->raw);
	e->raws = in;
	memmove(e->raw, from, in);
}

bool
encoding_more(struct encoding *e)
{
	size_t before = e->n;

	make_room(e);
	while (e->n == before) {
		if (e->broken)
			die_broken(e);
		if (e->drained)
			return false;
		if (e->name == NULL)
			read_utf8(e);
		else
			read_foreign(e);
	}
	return true;
}

void
encoding_take(struct encoding *e, size_t bytes, size_t lines)
{
	e->p += bytes;
	e->n -= bytes;
	e->line += lines;
}

void
encoding_close(struct encoding *e)
{
	close_iconv(e);
	source_close(&e->source);
	free(e->text);
	free(e->raw);
}
