#include "civic/vocab.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

const struct vocab_entry *
vocab_find(const struct vocab *v, struct str code)
{
	size_t i = map_find(&v->codes, code);

	return i == MAP_NONE ? NULL : &v->entry[i];
}

const struct vocab_entry *
vocab_find_name(const struct vocab *v, struct str folded)
{
	size_t i = map_find(&v->names, folded);

	return i == MAP_NONE ? NULL : &v->entry[v->name_entry[i]];
}

const struct vocab_entry *
vocab_region(const struct vocab *v, struct str code)
{
	char region[9] = "000000000";

	if (code.n != sizeof(region))
		return NULL;
	for (size_t i = 0; i < code.n; i++)
		if (code.p[i] < '0' || code.p[i] > '9')
			return NULL;
	memcpy(region, code.p, 2);
	return vocab_find(v, (struct str){ region, sizeof(region) });
}

struct str
vocab_nearest(const struct vocab *v, struct str code)
{
	struct str *codes, nearest = { NULL, 0 };
	size_t i, room = 0;

	codes = buf_grow(NULL, &room, v->count, sizeof(*codes));
	for (i = 0; i < v->count; i++)
		codes[i] = v->entry[i].code;
	i = str_nearest(code, codes, v->count);
	if (i != STR_NONE)
		nearest = codes[i];
	free(codes);
	return nearest;
}
