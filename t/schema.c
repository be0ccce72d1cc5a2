/* Schemas and vocabularies as a caller of lib/civic meets them. */

#include <limits.h>

#include "civic/schema.h"
#include "tap.h"

static struct vocab_entry entries[] = {
	{ .code = { "red", 3 }, .from = LONG_MIN, .until = LONG_MAX },
	{ .code = { "green", 5 }, .from = 10, .until = 20 },
};
static size_t named[2];
static struct vocab colours = { .name = { "colours", 7 }, .entry = entries,
	.count = 2, .name_entry = named };

static struct buf why;

/* What schema_fits says: "" when the value fits. */
static struct str
verdict(const struct schema_field *f, const char *value)
{
	buf_clear(&why);
	if (schema_fits(f, str_of(value), &why))
		return why.n == 0 ? STR("") : STR("fits, and says why not");
	return buf_str(&why);
}

static void
test_vocab(void)
{
	map_add(&colours.codes, STR("red"));
	map_add(&colours.codes, STR("green"));
	named[map_add(&colours.names, STR("scarlet"))] = 0;
	named[map_add(&colours.names, STR("verdant"))] = 1;
	ok(vocab_find(&colours, STR("green")) == &entries[1]);
	ok(vocab_find(&colours, STR("Green")) == NULL);
	ok(vocab_find(&colours, STR("scarlet")) == NULL);
	ok(vocab_find_name(&colours, STR("scarlet")) == &entries[0]);
	ok(vocab_find_name(&colours, STR("verdant")) == &entries[1]);
	ok(vocab_find_name(&colours, STR("red")) == NULL);
	same(vocab_nearest(&colours, STR("grean")), "green");
	same(vocab_nearest(&colours, STR("ultramarine")), "");
}

static void
test_empty(void)
{
	struct schema_field f = { .type = SCHEMA_DATE };

	same(verdict(&f, ""), "");
	f.list = true;
	same(verdict(&f, ""), "");
	f.required = true;
	same(verdict(&f, ""), "required, but empty");
}

static void
test_characters(void)
{
	struct schema_field f = { .type = SCHEMA_TEXT, .longest = 3 };

	same(verdict(&f, "abc"), "");
	same(verdict(&f, "жүй"), "");
	same(verdict(&f, "жүйе"), "longer than 3 characters");
	f.type = SCHEMA_PHONE;
	ok(!schema_fits(&f, STR("12345\0"), &why));
}

static void
test_fields(void)
{
	struct schema_field fields[] = { { .name = { "bin", 3 } },
		{ .name = { "form", 4 } } };
	struct schema s = { .field = fields, .count = 2 };

	is(schema_field(&s, STR("form")), 1);
	ok(schema_field(&s, STR("for")) == STR_NONE);
	ok(schema_field(&s, STR("forms")) == STR_NONE);
}

static void
test_lists(void)
{
	struct schema_field f = { .type = SCHEMA_ONE_OF, .vocab = &colours,
		.list = true };

	same(verdict(&f, "red;green"), "");
	same(verdict(&f, "red;green;red"), "item 3: stands twice");
	same(verdict(&f, "red;Scarlet"),
	    "item 2: not a code of colours (its code is red)");
	same(verdict(&f, "red;"), "item 2: empty");
	f = (struct schema_field){ .type = SCHEMA_DATE, .list = true,
		.has_min = true, .min = 0 };
	same(verdict(&f, "1970-01-01;1969-12-31"), "item 2: before 1970-01-01");
}

int
main(void)
{
	test_vocab();
	test_empty();
	test_characters();
	test_fields();
	test_lists();
	buf_free(&why);
	map_free(&colours.codes);
	map_free(&colours.names);
	return tap_done();
}
