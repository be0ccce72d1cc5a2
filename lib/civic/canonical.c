#include "civic/canonical.h"

#include <stdint.h>
#include <string.h>

#include "base/scan.h"

/* What stands behind the backslash, and the byte that it stands for. */
static const char letters[] = "\"\\nrt";
static const char bytes[] = "\"\\\n\r\t";

void
canonical_begin(struct buf *out)
{
	buf_byte(out, '{');
}

static bool
is_plain(char c)
{
	return (unsigned char)c >= ' ' && c != '"' && c != '\\';
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Whether one of eight bytes is 0, or under 0x20: exact in the lowest. */
static uint64_t
zero(uint64_t w)
{
	return (w - EACH(1)) & ~w & EACH(0x80);
}

static uint64_t
low(uint64_t w)
{
	return (w - EACH(0x20)) & ~w & EACH(0x80);
}

/* How many bytes from the start stand for themselves. */
static size_t
plain_length(struct str s)
{
	size_t n = 0;
	uint64_t w;

	for (; n + sizeof(w) <= s.n; n += sizeof(w)) {
		memcpy(&w, s.p + n, sizeof(w));
		if ((low(w) | zero(w ^ EACH('"')) | zero(w ^ EACH('\\'))) != 0)
			break;
	}
	while (n < s.n && is_plain(s.p[n]))
		n++;
	return n;
}

static char *
escape(char *to, char c)
{
	static const char hex[] = "0123456789abcdef";
	const char *found = c == '\0' ? NULL : strchr(bytes, c);

	*to++ = '\\';
	if (found != NULL) {
		*to++ = letters[found - bytes];
		return to;
	}
	memcpy(to, "u00", 3);
	to[3] = hex[(unsigned char)c >> 4];
	to[4] = hex[c & 15];
	return to + 5;
}

static char *
put(char *to, struct str s)
{
	memcpy(to, s.p, s.n);
	return to + s.n;
}

void
canonical_field(struct buf *out, struct str name, struct str value)
{
	char *to;

	if (value.n == 0)
		return;
	/* Of a byte, an escape makes six; then , and four " and : */
	to = buf_reserve(out, name.n + value.n * 6 + 6);
	if (to[-1] != '{')
		*to++ = ',';
	*to++ = '"';
	to = put(to, name);
	to = put(to, STR("\":\""));
	for (;;) {
		struct str piece = { value.p, plain_length(value) };

		to = put(to, piece);
		if (piece.n == value.n)
			break;
		to = escape(to, value.p[piece.n]);
		value.p += piece.n + 1;
		value.n -= piece.n + 1;
	}
	*to++ = '"';
	out->n = (size_t)(to - out->p);
}

void
canonical_end(struct buf *out)
{
	buf_byte(out, '}');
}

void
canonical_open(struct canonical *c, struct str text)
{
	/* With room for all of it, views stay where they are. */
	buf_clear(&c->plain);
	buf_reserve(&c->plain, text.n + 1);
	c->rest = text;
	c->first = true;
	c->closed = false;
}

static bool
take(struct str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	s->p++;
	s->n--;
	return true;
}

/* The byte below 0x20 behind \u00, in hexadecimal. */
static bool
take_control(struct str *s, char *out)
{
	static const char hex[] = "0123456789abcdef";
	const char *low;

	if (s->n < 4 || memcmp(s->p, "00", 2) != 0 ||
	    (s->p[2] != '0' && s->p[2] != '1') || s->p[3] == '\0' ||
	    (low = strchr(hex, s->p[3])) == NULL)
		return false;
	*out = (char)((s->p[2] - '0') * 16 + (low - hex));
	s->p += 4;
	s->n -= 4;
	return true;
}

static bool
take_escape(struct str *s, char *out)
{
	const char *found;

	if (s->n == 0 || s->p[0] == '\0')
		return false;
	if (take(s, 'u'))
		return take_control(s, out);
	if ((found = strchr(letters, s->p[0])) == NULL)
		return false;
	*out = bytes[found - letters];
	return take(s, s->p[0]);
}

/* A text in quotes: a view of it, or of plain when it has escapes. */
static bool
take_text(struct canonical *c, struct str *out)
{
	size_t n, start = c->plain.n;
	char byte;

	if (!take(&c->rest, '"'))
		return false;
	n = plain_length(c->rest);
	*out = (struct str){ c->rest.p, n };
	for (;;) {
		struct str piece = { c->rest.p, n };

		c->rest.p += n;
		c->rest.n -= n;
		if (c->plain.n == start && take(&c->rest, '"'))
			return true;
		buf_add(&c->plain, piece);
		if (take(&c->rest, '"'))
			break;
		if (!take(&c->rest, '\\') || !take_escape(&c->rest, &byte))
			return false;
		buf_byte(&c->plain, byte);
		n = plain_length(c->rest);
	}
	*out = (struct str){ c->plain.p + start, c->plain.n - start };
	return true;
}

bool
canonical_next(struct canonical *c, struct str *name, struct str *value)
{
	bool first = c->first;

	if (first && !take(&c->rest, '{'))
		return false;
	c->first = false;
	if (take(&c->rest, '}')) {
		c->closed = true;
		return false;
	}
	return (first || take(&c->rest, ',')) && take_text(c, name) &&
	    take(&c->rest, ':') && take_text(c, value);
}

bool
canonical_done(const struct canonical *c)
{
	return c->closed && c->rest.n == 0;
}

void
canonical_close(struct canonical *c)
{
	buf_free(&c->plain);
}

void
canonical_value(struct buf *out, struct str value)
{
	while (value.n > 0) {
		struct str head = { value.p, scan_plain(value) };

		buf_add(out, head);
		value.p += head.n;
		value.n -= head.n;
		if (value.n == 0)
			return;
		buf_byte(out, '\\');
		buf_byte(out, value.p[0] == '\\' ? '\\' :
		    letters[strchr(bytes, value.p[0]) - bytes]);
		value.p++;
		value.n--;
	}
}
