#include "civic/concentration.h"

#include "civic/decimal.h"

__extension__ typedef unsigned __int128 wide;

/* Of a fraction that is at most 1. */
static int64_t
rounded(wide above, wide below)
{
	wide scale = (wide)decimal_scale(CONCENTRATION_PLACES);

	return (int64_t)((above * scale * 2 + below) / (below * 2));
}

/*
 * Sizes: a rank is under 2^32 and the sum under 2^63, so that no product
 * here comes to 2^96, and with the places and 2 not to 2^111.
 */
struct concentration
concentration_of(const int64_t *part, size_t count)
{
	wide sum = 0, first = 0, ranked = 0;

	for (size_t i = 0; i < count; i++) {
		wide x = (wide)part[i];

		sum += x;
		ranked += x * (i + 1);
		if (count - i <= CONCENTRATION_FIRST)
			first += x;
	}
	return (struct concentration){
		.first = rounded(first, sum),
		.gini = rounded(2 * ranked - sum * (count + 1), sum * count),
	};
}
