#include "base/utf8.h"
#include "io/rec_own.h"

#define SHOWN_MAX 60	/* bytes of a value that a message shows */

struct str
rec_line_shown(struct str s)
{
	struct str head = { s.p, SHOWN_MAX };

	if (s.n <= SHOWN_MAX)
		return s;
	head.n = utf8_valid(head);
	return head;
}

/* Write a value without its escapes behind the others; they fit. */
static bool
unescape(struct rec *in, size_t field)
{
	struct str raw = rec_own_value(in, field);
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
				    STR_ARG(rec_line_shown(raw)));
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
void
rec_line_leave_out_reasons(struct rec *in)
{
	if (in->at->written > in->count && rec_own_values(in) > 2)
		in->raw.n = in->at->scan.mark[in->mark - 3] -
		    (size_t)(in->raw.p - in->at->text);
}

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

bool
rec_line_check(struct rec *in)
{
	size_t odd = in->odd, n = rec_own_values(in);

	while (in->odd < in->at->scan.odds && in->at->scan.odd[in->odd] < in->start)
		in->odd++;
	rec_line_leave_out_reasons(in);
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
