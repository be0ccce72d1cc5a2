#include <stdarg.h>
#include <stdio.h>

#include "base/scan.h"
#include "base/unicode.h"
#include "civic/bin_number.h"
#include "civic/mend.h"
#include "civic/mend_binary.h"
#include "io/fieldmap.h"
#include "io/mapped.h"
#include "io/out.h"

/* Blanks at the ends, those that do not break among them. */
static struct str
trim(struct str s)
{
	const struct str wide = STR("\xc2\xa0");
	size_t n;

	do {
		s = str_trim(s);
		n = s.n;
		if (str_starts(s, wide)) {
			s.p += wide.n;
			s.n -= wide.n;
		}
		if (str_ends(s, wide))
			s.n -= wide.n;
	} while (s.n < n);
	return s;
}

static bool
is_empty(const struct fieldmap *m, struct str value)
{
	for (size_t i = 0; i < m->empties; i++)
		if (str_eq(value, m->empty[i]))
			return true;
	return false;
}

static bool
refuse_bin(struct foreign *in, const struct mapped *f)
{
	char why[80];
	enum bin_fault fault = bin_number_check(f->value);

	foreign_refuse(in, f->name, "not a BIN, nor one that a spreadsheet "
	    "changed (%s): '%.*s'", bin_number_why(fault, f->value, why),
	    STR_ARG(foreign_shown(f->value)));
	return false;
}

/* The code for a name, or for a code, in a vocabulary. */
static bool
convert_code(struct fieldmap *m, struct foreign *in, struct mapped *f)
{
	const struct vocab_entry *e = vocab_find(f->vocab, f->value);
	struct buf folded = { 0 };

	if (e == NULL) {
		unicode_fold(&folded, trim(f->value));
		e = vocab_find_name(f->vocab, buf_str(&folded));
		buf_free(&folded);
	}
	if (e == NULL) {
		foreign_refuse(in, f->name, "neither a name nor a code in the "
		    "vocabulary %.*s: '%.*s'", STR_ARG(f->vocab->name),
		    STR_ARG(foreign_shown(f->value)));
		return false;
	}
	buf_add(&m->text, e->code);
	return true;
}

/* Refuse a value for what it is not. */
static bool PRINTF(3, 4)
refuse(struct foreign *in, const struct mapped *f, const char *fmt, ...)
{
	char what[120];
	va_list args;

	va_start(args, fmt);
	vsnprintf(what, sizeof(what), fmt, args);
	va_end(args);
	foreign_refuse(in, f->name, "not a %s: '%.*s'", what,
	    STR_ARG(foreign_shown(f->value)));
	return false;
}

/* Append to text what the value, which is not empty, becomes. */
static bool
convert(struct fieldmap *m, struct foreign *in, struct mapped *f)
{
	switch (f->as) {
	case BIN:
		return mend_bin(&m->text, f->value) || refuse_bin(in, f);
	case NUMBER:
		return mend_number(&m->text, f->value, f->mark) ||
		    refuse(in, f, "number with a decimal %s",
		    f->mark == ',' ? "comma" : "point");
	case BINARY:
		return mend_binary(&m->text, f->value, (int)f->places) ||
		    refuse(in, f, "number that is surely one of %ld places",
		    f->places);
	case DATE:
		return mend_date(&m->text, f->value, f->pattern) ||
		    refuse(in, f, "date (%.*s)", STR_ARG(f->pattern));
	case ISO:
		return mend_iso(&m->text, f->value) ||
		    refuse(in, f, "date or moment (2021-01-26, "
		    "2021-01-26T00:00:00+06:00)");
	case VOCABULARY:
		return convert_code(m, in, f);
	default:
		return true;
	}
}

static bool
make_value(struct fieldmap *m, struct foreign *in, struct mapped *f)
{
	size_t given, start = m->text.n;

	f->mended = NO_PLACE;
	if (f->place == NO_PLACE) {
		f->value = f->constant;
		return true;
	}
	f->value = m->trims ? trim(in->value[f->place]) : in->value[f->place];
	if (is_empty(m, f->value))
		f->value.n = 0;
	given = map_find(&f->given, f->value);
	if (given != MAP_NONE)
		f->value = f->replacement[given];
	if (f->as == TEXT || f->value.n == 0)
		return true;
	f->mended = start;
	if (!convert(m, in, f))
		return false;
	f->value.n = m->text.n - start;
	return true;
}

/* How long a value is with its escapes. */
static size_t
escaped_size(struct str s)
{
	size_t n = s.n;

	for (;;) {
		size_t plain = scan_plain(s);

		if (plain == s.n)
			return n;
		s.p += plain + 1;
		s.n -= plain + 1;
		n++;
	}
}

/* Whether the values, with what is between them, fit on a line. */
static bool
fits(const struct fieldmap *m, struct foreign *in)
{
	size_t size = m->count - 1;

	for (size_t i = 0; i < m->count; i++)
		size += m->field[i].value.n;
	/* With an escape for every byte it would still be short enough. */
	if (size <= REC_LINE_MAX / 2)
		return true;
	size = m->count - 1;
	for (size_t i = 0; i < m->count; i++)
		size += escaped_size(m->field[i].value);
	return foreign_fits(in, size);
}

bool
fieldmap_write(struct fieldmap *m, struct foreign *in)
{
	bool good = true;

	buf_clear(&m->text);
	for (size_t i = 0; i < m->count; i++)
		good &= make_value(m, in, &m->field[i]);
	for (size_t i = 0; good && i < m->count; i++) {
		struct mapped *f = &m->field[i];

		if (f->mended != NO_PLACE)
			f->value.p = m->text.p + f->mended;
	}
	if (!good || !fits(m, in))
		return false;
	for (size_t i = 0; i < m->count; i++)
		out_value(m->field[i].value);
	out_end();
	return true;
}
