#include <limits.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "t/tap.h"

static void
test_views(void)
{
	struct str rest = STR("a,b,,c");
	long n = 7;

	same(str_cut(&rest, ','), "a");
	same(str_cut(&rest, ','), "b");
	same(str_cut(&rest, ','), "");
	same(str_cut(&rest, ','), "c");
	same(str_cut(&rest, ','), "");
	same(str_trim(STR(" \t x y\r\n")), "x y");
	ok(str_starts(STR("abc"), STR("ab")) && !str_starts(STR("a"), STR("ab")));
	ok(str_ends(STR("abc"), STR("bc")) && !str_ends(STR("c"), STR("bc")));
	ok(str_cmp(STR("a"), STR("ab")) < 0 && str_cmp(STR("b"), STR("ab")) > 0);
	ok(str_cmp(STR("\xd0"), STR("z")) > 0);
	ok(str_number(STR("-12"), -12, 9, &n) && n == -12);
	n = 7;
	ok(!str_number(STR("1 "), 0, 9, &n) && !str_number(STR(""), 0, 9, &n));
	ok(!str_number(STR("-"), 0, 9, &n) && !str_number(STR("10"), 0, 9, &n));
	is(n, 7);
	ok(str_number(STR("-9223372036854775808"), LONG_MIN, 0, &n));
	is(n, LONG_MIN);
	ok(!str_number(STR("9223372036854775808"), 0, LONG_MAX, &n));
	ok(!str_number(STR("99999999999999999999"), 0, LONG_MAX, &n));
}

static void
test_nearest(void)
{
	const struct str names[] = { STR("region"), STR("registered"),
		STR("weight") };

	is(str_nearest(STR("regoin"), names, 3), 0);
	is(str_nearest(STR("wieght"), names, 3), 2);
	is(str_nearest(STR("registred"), names, 3), 1);
	is(str_nearest(STR("colour"), names, 3), STR_NONE);
	is(str_nearest(STR(""), names, 3), STR_NONE);
}

static void
test_map(void)
{
	struct map m = { 0 };
	int wrong = 0;
	char key[16];

	is(map_find(&m, STR("x")), MAP_NONE);
	is(map_add(&m, STR("")), 0);
	is(map_add(&m, STR("a")), 1);
	is(map_add(&m, STR("")), 0);
	for (size_t i = 0; i < 100000; i++) {
		struct str s = { key, (size_t)snprintf(key, sizeof(key),
		    "key %zu", i) };

		wrong += map_add(&m, s) != i + 2;
	}
	for (size_t i = 0; i < 100000; i++) {
		struct str s = { key, (size_t)snprintf(key, sizeof(key),
		    "key %zu", i) };

		wrong += map_find(&m, s) != i + 2 ||
		    !str_eq(map_key(&m, i + 2), s);
	}
	is(wrong, 0);
	is(m.count, 100002);
	is(map_find(&m, STR("key 100000")), MAP_NONE);
	map_free(&m);
	is(m.count, 0);
}

static void
test_memory(void)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	char *big = arena_alloc(&a, 1 << 20);

	ok(big[0] == 0 && big[(1 << 20) - 1] == 0);
	same(arena_copy(&a, STR("text")), "text");
	ok(strcmp(arena_string(&a, STR("text")), "text") == 0);
	arena_reset(&a);
	ok(a.top == NULL);
	for (int i = 0; i < 1000; i++)
		buf_printf(&b, "%d,", i);
	buf_byte(&b, '.');
	is(b.n, 3891);
	ok(str_ends(buf_str(&b), STR("998,999,.")));
	buf_clear(&b);
	same(buf_str(&b), "");
	buf_free(&b);
}

int
main(void)
{
	test_views();
	test_nearest();
	test_map();
	test_memory();
	return tap_done();
}
