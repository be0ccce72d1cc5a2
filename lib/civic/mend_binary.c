#include "civic/mend_binary.h"

#define DIGITS_MAX 60
#define KEPT 15		/* digits that binary floating point of 64 bits keeps */

static bool
take(struct str *rest, struct str what)
{
	if (!str_starts(*rest, what))
		return false;
	rest->p += what.n;
	rest->n -= what.n;
	return true;
}

static struct str
take_digits(struct str *rest)
{
	struct str all = *rest;

	while (rest->n > 0 && rest->p[0] >= '0' && rest->p[0] <= '9') {
		rest->p++;
		rest->n--;
	}
	all.n -= rest->n;
	return all;
}

/* The digits of a number, without the zeros before them. */
struct digits {
	char digit[DIGITS_MAX];
	size_t n;
	long point;	/* how many stand before the point, less the zeros
			 * that come right behind it */
};

static bool
add_digits(struct digits *d, struct str digits, bool whole)
{
	for (size_t i = 0; i < digits.n; i++) {
		if (d->n > 0 || digits.p[i] != '0') {
			if (d->n == DIGITS_MAX)
				return false;
			d->digit[d->n++] = digits.p[i];
			d->point += whole;
		} else if (!whole) {
			d->point--;
		}
	}
	return true;
}

/* A number as JSON and C write it, behind its sign. */
static bool
read_digits(struct digits *d, struct str text)
{
	struct str whole = take_digits(&text), part;
	long power = 0;
	bool minus;

	if (whole.n == 0 || !add_digits(d, whole, true))
		return false;
	if (take(&text, STR("."))) {
		part = take_digits(&text);
		if (part.n == 0 || !add_digits(d, part, false))
			return false;
	}
	if (take(&text, STR("E")) || take(&text, STR("e"))) {
		minus = take(&text, STR("-"));
		if (!minus)
			take(&text, STR("+"));
		part = take_digits(&text);
		if (!str_number(part, 0, 99, &power))
			return false;
		d->point += minus ? -power : power;
	}
	return text.n == 0;
}

/* Leave so many digits, the last of them the nearest. */
static void
round_digits(struct digits *d, size_t n)
{
	size_t i = n;
	bool up = d->digit[n] >= '5';

	d->n = n;
	for (; up && i > 0; i--) {
		up = d->digit[i - 1] == '9';
		d->digit[i - 1] = up ? '0' : (char)(d->digit[i - 1] + 1);
	}
	if (up) {
		d->digit[0] = '1';
		d->point++;
	}
}

/* Digits with a point, and the zeros before and behind that it needs. */
static void
write_digits(struct buf *out, const struct digits *d)
{
	long n = (long)d->n;

	for (long i = d->point > 0 ? 0 : d->point - 1;
	    i < n || i < d->point; i++) {
		if (i == d->point)
			buf_byte(out, '.');
		buf_byte(out, i < 0 || i >= n ? '0' : d->digit[i]);
	}
}

static void
drop_zeros(struct digits *d)
{
	while (d->n > 0 && d->digit[d->n - 1] == '0')
		d->n--;
	if (d->n == 0)
		d->point = 0;
}

bool
mend_binary(struct buf *out, struct str text, int places)
{
	struct digits d = { .n = 0 };
	bool minus = take(&text, STR("-"));

	if (!read_digits(&d, text))
		return false;
	drop_zeros(&d);
	if ((long)d.n - d.point > places && d.n > KEPT) {
		if (d.point + places > KEPT)
			return false;
		round_digits(&d, KEPT);
		drop_zeros(&d);
	}
	if ((long)d.n - d.point > places)
		return false;
	if (minus && d.n > 0)
		buf_byte(out, '-');
	write_digits(out, &d);
	return true;
}
