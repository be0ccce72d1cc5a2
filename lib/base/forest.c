#include "base/forest.h"

void
forest_plant(uint32_t *parent, size_t count)
{
	for (uint32_t i = 0; i < count; i++)
		parent[i] = i;
}

uint32_t
forest_root(uint32_t *parent, uint32_t thing)
{
	while (parent[thing] != thing) {
		parent[thing] = parent[parent[thing]];
		thing = parent[thing];
	}
	return thing;
}

void
forest_join(uint32_t *parent, uint32_t a, uint32_t b)
{
	parent[forest_root(parent, a)] = forest_root(parent, b);
}
