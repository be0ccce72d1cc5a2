#include "base/order.h"
#include "tap.h"

static bool
ordered(const char *const *words, size_t count, const uint32_t *want)
{
	struct str text[16];
	uint32_t number[16];

	for (size_t i = 0; i < count; i++)
		text[i] = str_of(words[i]);
	order_texts(text, count, number);
	return memcmp(number, want, count * sizeof(*want)) == 0;
}

static void
texts(void)
{
	static const char *const few[] = { "b", "a", "", "ab", "a", "\xff",
		"A" };
	static const char *const prefixed[] = { "NGO-10", "NGO-9", "NGO-",
		"NGO-100", "NGO" };
	static const char *const lengthy[] = { "x-12345678-b", "x-12345678-a",
		"x-12345678", "x-12345678-", "x-02345678-z", "x-12345678-a" };

	ok(ordered(few, 7, (uint32_t[]){ 2, 6, 1, 4, 3, 0, 5 }));
	ok(ordered(prefixed, 5, (uint32_t[]){ 4, 2, 0, 3, 1 }));
	ok(ordered(lengthy, 6, (uint32_t[]){ 4, 2, 3, 1, 5, 0 }));
	ok(ordered(few, 1, (uint32_t[]){ 0 }));
	ok(ordered(few, 0, (uint32_t[]){ 0 }));
}

static void
keys(size_t count)
{
	static struct order item[5000], spare[5000];
	uint64_t random = 7;
	bool good = true;

	for (size_t i = 0; i < count; i++) {
		random = random * 6364136223846793005u + 1442695040888963407u;
		item[i].key = random >> (i % 64);
		item[i].number = (uint32_t)i;
	}
	order_keys(item, count, count % 2 == 0 ? spare : NULL);
	for (size_t i = 1; i < count; i++)
		good = good && (item[i - 1].key < item[i].key ||
		    (item[i - 1].key == item[i].key &&
		    item[i - 1].number < item[i].number));
	ok(good);
}

int
main(void)
{
	texts();
	keys(5000);
	keys(47);
	keys(48);
	keys(49);
	keys(1);
	keys(0);
	return tap_done();
}
