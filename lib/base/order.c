#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/order.h"

enum { KEY = sizeof(uint64_t), BYTES = 256, FEW = 48 };

static unsigned
byte_of(uint64_t key, size_t byte)
{
	return (unsigned)(key >> 8 * byte) & 0xff;
}

/* Deal the items out by one byte of their keys. */
static void
deal(const struct order *from, struct order *to, size_t count,
    const size_t *many, size_t byte)
{
	size_t next[BYTES], sum = 0;

	for (size_t i = 0; i < BYTES; i++) {
		next[i] = sum;
		sum += many[i];
	}
	for (size_t i = 0; i < count; i++)
		to[next[byte_of(from[i].key, byte)]++] = from[i];
}

static void
insert(struct order *item, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct order one = item[i];
		size_t to = i;

		for (; to > 0 && item[to - 1].key > one.key; to--)
			item[to] = item[to - 1];
		item[to] = one;
	}
}

void
order_keys(struct order *item, size_t count, struct order *spare)
{
	struct arena a = { 0 };
	struct order *from = item, *to = spare;
	size_t many[KEY][BYTES] = { 0 };

	if (count <= FEW) {
		insert(item, count);
		return;
	}
	if (to == NULL)
		to = arena_array(&a, count, sizeof(*to));
	for (size_t i = 0; i < count; i++)
		for (size_t byte = 0; byte < KEY; byte++)
			many[byte][byte_of(item[i].key, byte)]++;
	for (size_t byte = 0; byte < KEY; byte++) {
		struct order *swap = from;

		/* A byte that all have orders nothing. */
		if (many[byte][byte_of(item[0].key, byte)] == count)
			continue;
		deal(from, to, count, many[byte], byte);
		from = to;
		to = swap;
	}
	if (from != item)
		memcpy(item, from, count * sizeof(*item));
	arena_reset(&a);
}

struct texts {
	struct str (*text)(const void *of, size_t i);
	const void *of;
};

/* How many bytes all the texts begin with. */
static size_t
common(const struct texts *t, size_t count)
{
	struct str first = count > 0 ? t->text(t->of, 0) : STR("");
	size_t n = first.n;

	for (size_t i = 1; i < count && n > 0; i++) {
		struct str text = t->text(t->of, i);

		if (text.n < n)
			n = text.n;
		while (n > 0 && memcmp(text.p, first.p, n) != 0)
			n--;
	}
	return n;
}

/* The bytes from the offset as a number, the first the highest. */
static uint64_t
key_of(struct str text, size_t from)
{
	uint64_t key = 0;

	for (size_t i = from; i < from + KEY; i++)
		key = key << 8 | (i < text.n ? (unsigned char)text.p[i] : 0);
	return key;
}

struct named {
	struct str text;
	uint32_t number;
};

static int
by_text(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	int order = str_cmp(x->text, y->text);

	if (order != 0)
		return order;
	return x->number < y->number ? -1 : x->number > y->number;
}

/* Texts that the key does not tell apart. */
static void
order_run(const struct texts *t, struct order *item, size_t count)
{
	struct arena a = { 0 };
	struct named *name = arena_array(&a, count, sizeof(*name));

	for (size_t i = 0; i < count; i++)
		name[i] = (struct named){ t->text(t->of, item[i].number),
			item[i].number };
	qsort(name, count, sizeof(*name), by_text);
	for (size_t i = 0; i < count; i++)
		item[i].number = name[i].number;
	arena_reset(&a);
}

void
order_texts_of(struct str (*text)(const void *of, size_t i), const void *of,
    size_t count, struct order *item, struct order *spare)
{
	struct texts t = { text, of };
	size_t from = common(&t, count);

	for (size_t i = 0; i < count; i++)
		item[i] = (struct order){ key_of(text(of, i), from),
			(uint32_t)i };
	order_keys(item, count, spare);
	for (size_t i = 0, end; i < count; i = end) {
		end = i + 1;
		while (end < count && item[end].key == item[i].key)
			end++;
		if (end > i + 1)
			order_run(&t, item + i, end - i);
	}
}

static struct str
text_in(const void *of, size_t i)
{
	const struct str *text = of;

	return text[i];
}

void
order_texts(const struct str *text, size_t count, uint32_t *number)
{
	struct arena a = { 0 };
	struct order *item = arena_array(&a, count, sizeof(*item));

	order_texts_of(text_in, text, count, item, NULL);
	for (size_t i = 0; i < count; i++)
		number[i] = item[i].number;
	arena_reset(&a);
}
