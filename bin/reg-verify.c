/* reg-verify: check that the register is what its journal says. */

#include <limits.h>

#include "base/die.h"
#include "base/options.h"
#include "io/out.h"
#include "io/reg.h"
#include "io/verify.h"

static const char *file, *entries, *head;

static const struct option_line options[] = {
	{ 0, "entries", "number", "how many entries there were at least",
	    .text = &entries },
	{ 0, "head", "hash", "the hash that the last of them had",
	    .text = &head },
	{ 'R', "register", "file", "the register", .text = &file },
	{ 0 }
};

const struct program program = { "reg-verify", "",
	"check that the register is what its journal says", options, NULL };

/* What was written down. */
static void
read_head(struct verify *v)
{
	long n;

	if (entries != NULL) {
		if (!str_number(str_of(entries), 1, LONG_MAX, &n))
			die("--entries: not a number: '%s'", entries);
		v->old_entries = n;
	}
	if (head == NULL)
		return;
	v->old_head = str_of(head);
	for (size_t i = 0; i < v->old_head.n; i++)
		if (!((head[i] >= '0' && head[i] <= '9') ||
		    (head[i] >= 'a' && head[i] <= 'f')))
			v->old_head.n = 0;
	if (v->old_head.n != JOURNAL_HASH)
		die("--head: not a hash (64 digits, 0-9 and a-f): '%s'", head);
}

int
main(int argc, char *argv[])
{
	struct verify v = { 0 };
	struct reg *r;

	if (options_parse(argc, argv)[0] != NULL)
		options_usage();
	read_head(&v);
	r = reg_open(file, REG_READ);
	verify_register(&v, r);
	reg_close(r);
	out_field("entries");
	out_field("records");
	out_field("last_at");
	out_field("head");
	out_field("holds");
	out_number(v.entries);
	out_number(v.records);
	out_text(v.at);
	out_value((struct str){ v.head, v.entries > 0 ? JOURNAL_HASH : 0 });
	out_text(v.faults == 0 ? "yes" : "no");
	out_end();
	return out_finish(v.faults == 0 ? 0 : REFUSED);
}
