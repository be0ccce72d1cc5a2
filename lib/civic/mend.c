#include <string.h>

#include "civic/bin_number.h"
#include "civic/date.h"
#include "civic/mend.h"

#define BIN_SIZE 12
#define BIN_LEAST 9	/* 00 for the year, 0 before the month */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Take the digits off the front of *rest. */
static struct str
take_digits(struct str *rest)
{
	struct str all = *rest;

	while (rest->n > 0 && is_digit(rest->p[0])) {
		rest->p++;
		rest->n--;
	}
	all.n -= rest->n;
	return all;
}

static bool
take(struct str *rest, struct str what)
{
	if (!str_starts(*rest, what))
		return false;
	rest->p += what.n;
	rest->n -= what.n;
	return true;
}

static bool
take_mark(struct str *rest)
{
	return take(rest, STR(".")) || take(rest, STR(","));
}

static bool
all_zeros(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '0')
			return false;
	return true;
}

/* The digits of a whole number that may be written d.dddE+nn, or 0 of them. */
static size_t
whole_digits(char digits[BIN_SIZE], struct str text)
{
	struct str whole = take_digits(&text), part = { "", 0 }, power;
	long move = 0;

	if (whole.n == 0)
		return 0;
	if (text.n > 0 && take_mark(&text)) {
		part = take_digits(&text);
		if (part.n == 0)
			return 0;
	}
	if (take(&text, STR("E")) || take(&text, STR("e"))) {
		take(&text, STR("+"));
		power = take_digits(&text);
		if (whole.n != 1 || !str_number(power, 0, 11, &move))
			return 0;
	}
	/* A digit that is not written is one that was lost. */
	if (text.n > 0 || part.n < (size_t)move ||
	    whole.n + (size_t)move > BIN_SIZE ||
	    !all_zeros((struct str){ part.p + move, part.n - (size_t)move }))
		return 0;
	memcpy(digits, whole.p, whole.n);
	if (move > 0)
		memcpy(digits + whole.n, part.p, (size_t)move);
	return whole.n + (size_t)move;
}

bool
mend_bin(struct buf *out, struct str text)
{
	char digits[BIN_SIZE], bin[BIN_SIZE];
	size_t n = whole_digits(digits, text);
	struct str mended = { bin, sizeof(bin) };

	if (n < BIN_LEAST)
		return false;
	memset(bin, '0', sizeof(bin) - n);
	memcpy(bin + sizeof(bin) - n, digits, n);
	if (bin_number_check(mended) != BIN_GOOD)
		return false;
	buf_add(out, mended);
	return true;
}

/* A blank, a no-break space, a thin or narrow one, as groups are set off. */
static bool
take_blank(struct str *rest)
{
	return take(rest, STR(" ")) || take(rest, STR("\xc2\xa0")) ||
	    take(rest, STR("\xe2\x80\xaf")) || take(rest, STR("\xe2\x80\x89"));
}

/* The digits before the mark.  Groups behind the first have three. */
static bool
take_groups(struct buf *out, struct str *rest)
{
	struct str group = take_digits(rest);
	size_t first = group.n;

	buf_add(out, group);
	if (first == 0)
		return false;
	while (take_blank(rest)) {
		group = take_digits(rest);
		if (first > 3 || group.n != 3)
			return false;
		buf_add(out, group);
	}
	return true;
}

bool
mend_number(struct buf *out, struct str text, char mark)
{
	size_t before = out->n;
	bool good;

	if (take(&text, STR("-")) || take(&text, STR("\xe2\x88\x92")))
		buf_byte(out, '-');
	else
		take(&text, STR("+"));
	good = take_groups(out, &text);
	if (good && take(&text, (struct str){ &mark, 1 })) {
		struct str part = take_digits(&text);

		buf_byte(out, '.');
		buf_add(out, part);
		good = part.n > 0;
	}
	if (good && text.n == 0)
		return true;
	out->n = before;
	return false;
}

enum part { YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, PARTS, LITERAL = PARTS };

/* How the next piece of a pattern is read: digits, least to most of them. */
struct piece {
	struct str text;
	enum part part;
	size_t least, most;
	long max;
};

static struct piece
next_piece(struct str *pattern)
{
	static const struct piece pieces[] = {
		{ { "yyyy", 4 }, YEAR, 4, 4, 9999 },
		{ { "mm", 2 }, MONTH, 2, 2, 12 },
		{ { "dd", 2 }, DAY, 2, 2, 31 },
		{ { "HH", 2 }, HOUR, 2, 2, 23 },
		{ { "MM", 2 }, MINUTE, 2, 2, 59 },
		{ { "SS", 2 }, SECOND, 2, 2, 59 },
		{ { "m", 1 }, MONTH, 1, 2, 12 },
		{ { "d", 1 }, DAY, 1, 2, 31 },
	};
	struct piece literal = { { pattern->p, 1 }, LITERAL, 0, 0, 0 };

	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++)
		if (take(pattern, pieces[i].text))
			return pieces[i];
	take(pattern, literal.text);
	return literal;
}

static bool
take_piece(struct str *rest, const struct piece *piece, long part[PARTS])
{
	struct str digits = *rest;

	if (piece->part == LITERAL)
		return take(rest, piece->text);
	digits.n = digits.n < piece->most ? digits.n : piece->most;
	digits = take_digits(&digits);
	rest->p += digits.n;
	rest->n -= digits.n;
	return digits.n >= piece->least &&
	    str_number(digits, 0, piece->max, &part[piece->part]);
}

bool
mend_date(struct buf *out, struct str text, struct str pattern)
{
	long part[PARTS] = { 0 }, day;
	char iso[11];

	while (pattern.n > 0) {
		struct piece piece = next_piece(&pattern);

		if (!take_piece(&text, &piece, part))
			return false;
	}
	if (text.n > 0 || !date_make((int)part[YEAR], (int)part[MONTH],
	    (int)part[DAY], &day))
		return false;
	date_format(day, iso);
	buf_add(out, (struct str){ iso, 10 });
	return true;
}

/* Two digits, up to a number. */
static bool
take_two(struct str *rest, long max)
{
	struct str two = *rest;
	long n;

	two.n = two.n < 2 ? two.n : 2;
	if (two.n < 2 || !is_digit(two.p[0]) ||
	    !str_number(two, 0, max, &n))
		return false;
	rest->p += 2;
	rest->n -= 2;
	return true;
}

/* The time of a moment, and its offset; a minute may have 61 seconds. */
static bool
take_time(struct str *rest)
{
	if (!take_two(rest, 23) || !take(rest, STR(":")) ||
	    !take_two(rest, 59) || !take(rest, STR(":")) ||
	    !take_two(rest, 60))
		return false;
	if (take(rest, STR(".")) && take_digits(rest).n == 0)
		return false;
	if (take(rest, STR("Z")))
		return true;
	return (take(rest, STR("+")) || take(rest, STR("-"))) &&
	    take_two(rest, 23) && take(rest, STR(":")) && take_two(rest, 59);
}

bool
mend_iso(struct buf *out, struct str text)
{
	struct str day = { text.p, text.n < 10 ? text.n : 10 };
	struct str rest = { text.p + day.n, text.n - day.n };
	long n;

	if (!date_parse(day, &n) || (rest.n > 0 &&
	    (!take(&rest, STR("T")) || !take_time(&rest) || rest.n > 0)))
		return false;
	buf_add(out, day);
	return true;
}

bool
mend_is_pattern(struct str pattern)
{
	int times[PARTS + 1] = { 0 };

	while (pattern.n > 0)
		times[next_piece(&pattern).part]++;
	return times[YEAR] == 1 && times[MONTH] == 1 && times[DAY] == 1;
}
