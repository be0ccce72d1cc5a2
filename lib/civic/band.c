#include "civic/band.h"

#include "civic/decimal.h"

const struct band *
band_find(const struct bands *b, struct str code)
{
	for (size_t i = 0; i < b->count; i++)
		if (str_eq(b->band[i].code, code))
			return &b->band[i];
	return NULL;
}

bool
band_has_months(const struct band *b, long months)
{
	return months >= b->months_least && months <= b->months_most;
}

bool
band_has_amount(const struct band *b, int64_t tiyn)
{
	return tiyn >= b->least && tiyn <= b->most;
}

void
band_say_months(const struct band *b, struct buf *out)
{
	buf_printf(out, "%ld to %ld months", b->months_least, b->months_most);
}

void
band_say_money(struct buf *out, int64_t tiyn)
{
	char text[24];

	buf_add(out, (struct str){ text, decimal_format(text, tiyn, 2) });
}

void
band_say_amounts(const struct bands *all, const struct band *b,
    struct buf *out)
{
	band_say_money(out, b->least);
	if (b->most == BAND_NO_MOST)
		buf_printf(out, " or more (%ld MCI of ", b->mci_least);
	else {
		buf_add(out, STR(" to "));
		band_say_money(out, b->most);
		buf_printf(out, " (%ld to %ld MCI of ", b->mci_least,
		    b->mci_most);
	}
	band_say_money(out, all->mci);
	buf_byte(out, ')');
}
