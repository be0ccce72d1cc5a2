#include <stdlib.h>

#include "base/buf.h"
#include "civic/bin_number.h"
#include "civic/decimal.h"
#include "civic/prize.h"
#include "io/money.h"
#include "io/prize_winners.h"

struct fields {
	size_t call, nomination, bin, amount;
};

/* Values with their escapes have no tab inside. */
static size_t
add_key(struct map *keys, const struct str *value, size_t count)
{
	struct buf key = { 0 };
	size_t number;

	for (size_t i = 0; i < count; i++) {
		buf_add(&key, value[i]);
		buf_byte(&key, '\t');
	}
	number = map_add(keys, buf_str(&key));
	buf_free(&key);
	return number;
}

static void
check(struct prize_winners *w, struct rec *in, const struct fields *f)
{
	struct str bin = rec_value(in, f->bin);
	struct str key[] = { rec_raw(in, f->call), rec_raw(in, f->nomination),
		rec_raw(in, f->bin) };
	enum bin_fault fault = bin_number_check(bin);
	char why[80];
	size_t known = w->keys.count;
	int64_t amount;

	if (key[0].n == 0)
		rec_refuse(in, f->call, "empty");
	if (key[1].n == 0)
		rec_refuse(in, f->nomination, "empty");
	if (fault != BIN_GOOD)
		rec_refuse(in, f->bin, "not a BIN (%s): '%.*s'",
		    bin_number_why(fault, bin, why), STR_ARG(bin));
	if (add_key(&w->keys, key, 3) != known)
		rec_refuse(in, f->bin, "has won this nomination before: "
		    "'%.*s'", STR_ARG(bin));
	if (rec_value(in, f->amount).n > 0)
		money_read(in, f->amount, &amount);
}

static size_t
find_nomination(struct prize_winners *w, struct rec *in,
    const struct fields *f)
{
	struct str key[] = { rec_raw(in, f->call),
		rec_raw(in, f->nomination) };
	size_t i = add_key(&w->titles, key, 2);

	if (i == w->nominations) {
		w->nomination = buf_grow(w->nomination, &w->nominationroom,
		    i + 1, sizeof(*w->nomination));
		w->nomination[w->nominations++] = (struct prize_nomination){
			arena_copy(&w->text, rec_value(in, f->call)),
			arena_copy(&w->text, rec_value(in, f->nomination)),
			0 };
	}
	return i;
}

static void
keep(struct prize_winners *w, struct rec *in, const struct fields *f)
{
	struct prize_winner one = {
		.line = arena_copy(&w->text, rec_line(in)),
		.bin = arena_copy(&w->text, rec_value(in, f->bin)),
		.amount = arena_copy(&w->text, rec_value(in, f->amount)),
		.where = arena_string(&w->text, str_of(rec_where(in))),
		.nomination = find_nomination(w, in, f),
	};

	w->nomination[one.nomination].winners++;
	w->winner = buf_grow(w->winner, &w->room, w->count + 1,
	    sizeof(*w->winner));
	w->winner[w->count++] = one;
}

void
prize_winners_read(struct prize_winners *w, struct rec *in)
{
	struct fields f = { rec_field(in, "call"), rec_field(in, "nomination"),
		rec_field(in, "bin"), rec_field_if(in, "amount") };

	while (rec_next(in)) {
		check(w, in, &f);
		if (!rec_is_refused(in))
			keep(w, in, &f);
	}
}

static int
compare(const void *a, const void *b)
{
	const struct prize_winner *x = *(struct prize_winner *const *)a;
	const struct prize_winner *y = *(struct prize_winner *const *)b;

	if (x->nomination != y->nomination)
		return x->nomination < y->nomination ? -1 : 1;
	return str_cmp(x->bin, y->bin);
}

/* An amount that is there already must be the part. */
static bool
agrees(const struct prize_winner *one)
{
	int64_t amount;
	char part[24];

	if (one->amount.n == 0 || (decimal_parse(one->amount, 2, &amount) &&
	    amount == one->part))
		return true;
	warn("%s: amount: the part is %.*s: '%.*s'", one->where,
	    (int)decimal_format(part, one->part, 2), part,
	    STR_ARG(one->amount));
	return false;
}

size_t
prize_winners_divide(struct prize_winners *w, const struct prize_rules *r)
{
	struct prize_winner **order = arena_array(&w->text, w->count,
	    sizeof(struct prize_winner *));
	size_t differ = 0;

	for (size_t i = 0; i < w->count; i++)
		order[i] = &w->winner[i];
	qsort(order, w->count, sizeof(*order), compare);
	for (size_t i = 0, n; i < w->count; i += n) {
		const struct prize_nomination *of =
		    &w->nomination[order[i]->nomination];

		n = of->winners;
		for (size_t k = 0; k < n; k++)
			if (!prize_part(r->pool, r->unit, n, k,
			    &order[i + k]->part))
				die("nomination '%.*s': the prize cannot be "
				    "divided among %zu winners",
				    STR_ARG(of->name), n);
	}
	for (size_t i = 0; i < w->count; i++)
		differ += !agrees(&w->winner[i]);
	return differ;
}

void
prize_winners_free(struct prize_winners *w)
{
	free(w->winner);
	free(w->nomination);
	map_free(&w->keys);
	map_free(&w->titles);
	arena_reset(&w->text);
}
