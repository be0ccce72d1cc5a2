#include <stdlib.h>

#include "base/buf.h"
#include "io/kind.h"
#include "io/publish_names.h"
#include "io/reg.h"

void
publish_names_open(struct publish_names *n, struct arena *a,
    const char *file, struct str language)
{
	const struct schema *s;
	bool kazakh = str_eq(language, STR("kk"));

	n->run = a;
	if (file == NULL)
		return;
	s = kind_schema(a, "ngo");
	n->first = kind_field(s, kazakh ? STR("name_kk") : STR("name_ru"));
	n->second = kind_field(s, kazakh ? STR("name_ru") : STR("name_kk"));
	n->reg = reg_open(file, REG_READ);
	n->table = reg_table(n->reg, s);
}

struct str
publish_names_of(struct publish_names *n, struct str bin)
{
	size_t known = n->known.count, i;
	const struct str *card;
	struct str name = { "", 0 };

	if (n->reg == NULL)
		return name;
	i = map_add(&n->known, bin);
	if (i < known)
		return n->name[i];
	card = reg_get(n->table, &bin);
	if (card != NULL)
		name = card[n->first].n > 0 ? card[n->first] :
		    card[n->second];
	n->name = buf_grow(n->name, &n->room, i + 1, sizeof(*n->name));
	return n->name[i] = arena_copy(n->run, name);
}

void
publish_names_close(struct publish_names *n)
{
	if (n->reg != NULL)
		reg_close(n->reg);
	map_free(&n->known);
	free(n->name);
}
