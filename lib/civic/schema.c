#include "civic/schema.h"

#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "civic/bin_number.h"
#include "civic/date.h"
#include "civic/decimal.h"
#include "civic/moment.h"

static bool
says(struct buf *why, const char *text)
{
	buf_add(why, str_of(text));
	return false;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The blanks of Unicode, that which does not break a line among them. */
static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == 0xa0 || c == 0x1680 ||
	    (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f ||
	    c == 0x3000;
}

/* A blank, what nobody sees, or one of the marks: no address has them. */
static bool
has_stray(struct str s, const char *marks)
{
	while (s.n > 0) {
		uint32_t c = utf8_next(&s);

		if (is_blank(c) || !unicode_shown(c) ||
		    (c < 0x80 && strchr(marks, (int)c) != NULL))
			return true;
	}
	return false;
}

static size_t
characters(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

static bool
fits_text(const struct schema_field *f, struct str s, struct buf *why)
{
	/* A text of few bytes is also one of few characters. */
	if (f->longest == 0 || s.n <= f->longest || characters(s) <= f->longest)
		return true;
	buf_printf(why, "longer than %zu characters", f->longest);
	return false;
}

static void
say_limit(const struct schema_field *f, int64_t limit, struct buf *why)
{
	char text[24];

	if (f->type == SCHEMA_DATE) {
		date_format((long)limit, text);
		buf_add(why, str_of(text));
	} else
		buf_add(why, (struct str){ text,
		    decimal_format(text, limit, f->places) });
}

static bool
fits_limits(const struct schema_field *f, int64_t units, struct buf *why)
{
	bool is_date = f->type == SCHEMA_DATE;

	if (f->has_min && units < f->min) {
		buf_add(why, is_date ? STR("before ") : STR("less than "));
		say_limit(f, f->min, why);
		return false;
	}
	if (f->has_max && units > f->max) {
		buf_add(why, is_date ? STR("after ") : STR("more than "));
		say_limit(f, f->max, why);
		return false;
	}
	return true;
}

/* The least number of 19 digits. */
#define DIGITS_18 1000000000000000000

static bool
fits_decimal(const struct schema_field *f, struct str s, struct buf *why)
{
	int64_t units;

	if (decimal_parse(s, f->places, &units) && units < DIGITS_18 &&
	    units > -DIGITS_18)
		return fits_limits(f, units, why);
	if (f->type == SCHEMA_MONEY)
		buf_add(why, STR("not an amount as 1250.50 (at most 18 digits, "
		    "2 of them after the point)"));
	else if (f->type == SCHEMA_INTEGER)
		buf_add(why, STR("not a whole number (at most 18 digits)"));
	else
		buf_printf(why, "not a number (at most 18 digits, %d of them "
		    "after the point)", f->places);
	return false;
}

static bool
fits_date(const struct schema_field *f, struct str s, struct buf *why)
{
	long day;

	if (!date_parse(s, &day))
		return says(why, "not a date (YYYY-MM-DD)");
	return fits_limits(f, day, why);
}

static bool
fits_time(struct str s, struct buf *why)
{
	long seconds;

	return moment_parse_time(s, &seconds) ||
	    says(why, "not a time (HH:MM)");
}

static bool
fits_moment(struct str s, struct buf *why)
{
	int64_t moment;

	return moment_parse(s, &moment) ||
	    says(why, "not a day with a time (YYYY-MM-DDTHH:MM)");
}

static bool
fits_number_with_check(enum schema_type type, struct str s, struct buf *why)
{
	enum bin_fault fault = type == SCHEMA_BIN ?
	    bin_number_check(s) : bin_number_check_iin(s);
	char text[80];

	return fault == BIN_GOOD || says(why, bin_number_why(fault, s, text));
}

static bool
fits_vocab(const struct schema_field *f, struct str s, struct buf *why)
{
	const struct vocab_entry *e;
	struct buf folded = { 0 };
	struct str nearest;

	if (vocab_find(f->vocab, s) != NULL)
		return true;
	buf_printf(why, "not a code of %.*s", STR_ARG(f->vocab->name));
	unicode_fold(&folded, s);
	e = vocab_find_name(f->vocab, buf_str(&folded));
	buf_free(&folded);
	nearest = vocab_nearest(f->vocab, s);
	if (e != NULL)
		buf_printf(why, " (its code is %.*s)", STR_ARG(e->code));
	else if (f->type == SCHEMA_REGION &&
	    (e = vocab_region(f->vocab, s)) != NULL)
		buf_printf(why, " (a place in %.*s)", STR_ARG(e->code));
	else if (nearest.n > 0)
		buf_printf(why, " (nearest: %.*s)", STR_ARG(nearest));
	return false;
}

/* Something, an @, and a domain of two or more parts. */
static bool
is_email(struct str s)
{
	struct str domain = s, local = str_cut(&domain, '@'), part;
	size_t parts = 0;

	if (has_stray(s, "\"<>\\,;()[]:"))
		return false;
	if (local.n == 0 || local.n > 64 || s.n > 254 ||
	    memchr(domain.p, '@', domain.n) != NULL)
		return false;
	while (domain.n > 0) {
		bool more = memchr(domain.p, '.', domain.n) != NULL;

		part = str_cut(&domain, '.');
		if (part.n == 0 || (more && domain.n == 0))
			return false;
		parts++;
	}
	return parts >= 2;
}

/* http:// or https://, and a host with a dot. */
static bool
is_url(struct str s)
{
	struct str rest = s, scheme = str_cut(&rest, ':');
	size_t host;

	if ((!str_eq(scheme, STR("http")) && !str_eq(scheme, STR("https"))) ||
	    !str_starts(rest, STR("//")))
		return false;
	rest = (struct str){ rest.p + 2, rest.n - 2 };
	for (host = 0; host < rest.n && strchr("/?#:", rest.p[host]) == NULL;)
		host++;
	return host > 0 && rest.p[0] != '.' && rest.p[host - 1] != '.' &&
	    memchr(rest.p, '.', host) != NULL;
}

/* 5 to 15 digits; blanks, hyphens and brackets between; + only in front. */
static bool
is_phone(struct str s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.n; i++)
		if (is_digit(s.p[i]))
			digits++;
		else if (s.p[i] == '\0' || (strchr(" -()", s.p[i]) == NULL &&
		    (s.p[i] != '+' || i > 0)))
			return false;
	return digits >= 5 && digits <= 15;
}

static bool
fits_one(const struct schema_field *f, struct str s, struct buf *why)
{
	switch (f->type) {
	case SCHEMA_TEXT:
	case SCHEMA_REF:
		return fits_text(f, s, why);
	case SCHEMA_INTEGER:
	case SCHEMA_DECIMAL:
	case SCHEMA_MONEY:
		return fits_decimal(f, s, why);
	case SCHEMA_DATE:
		return fits_date(f, s, why);
	case SCHEMA_TIME:
		return fits_time(s, why);
	case SCHEMA_MOMENT:
		return fits_moment(s, why);
	case SCHEMA_YES:
		return str_eq(s, STR("yes")) || str_eq(s, STR("no")) ||
		    says(why, "neither yes nor no");
	case SCHEMA_BIN:
	case SCHEMA_IIN:
		return fits_number_with_check(f->type, s, why);
	case SCHEMA_REGION:
	case SCHEMA_ONE_OF:
		return fits_vocab(f, s, why);
	case SCHEMA_EMAIL:
		return is_email(s) || says(why, "not an e-mail address");
	case SCHEMA_URL:
		if (has_stray(s, "\"<>\\"))
			return says(why, "not an address: has a blank, or "
			    "another mark that addresses have not");
		return is_url(s) || says(why,
		    "not an address that begins with http:// or https://");
	case SCHEMA_PHONE:
		return is_phone(s) || says(why, "not a telephone number");
	}
	return false;
}

static bool
is_among(struct str item, struct str list)
{
	while (list.n > 0)
		if (str_eq(str_cut(&list, ';'), item))
			return true;
	return false;
}

/* Codes are a set: one that stands twice would be counted twice. */
static bool
fits_item(const struct schema_field *f, struct str item, struct str before,
    struct buf *why)
{
	if (item.n == 0)
		return says(why, "empty");
	if (str_trim(item).n != item.n)
		return says(why, "has blanks around it");
	if (f->vocab != NULL && is_among(item, before))
		return says(why, "stands twice");
	return fits_one(f, item, why);
}

static bool
fits_list(const struct schema_field *f, struct str list, struct buf *why)
{
	size_t start = why->n, at = 0;

	for (size_t number = 1; at <= list.n; number++) {
		struct str before = { list.p, at };
		struct str rest = { list.p + at, list.n - at };
		struct str item = str_cut(&rest, ';');

		if (!fits_item(f, item, before, why)) {
			why->n = start;
			buf_printf(why, "item %zu: ", number);
			return fits_item(f, item, before, why);
		}
		at += item.n + 1;
	}
	return true;
}

size_t
schema_field(const struct schema *s, struct str name)
{
	for (size_t i = 0; i < s->count; i++)
		if (str_eq(s->field[i].name, name))
			return i;
	return STR_NONE;
}

bool
schema_fits(const struct schema_field *f, struct str value, struct buf *why)
{
	if (value.n == 0)
		return !f->required || says(why, "required, but empty");
	return f->list ? fits_list(f, value, why) : fits_one(f, value, why);
}
