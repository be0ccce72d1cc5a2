#include "civic/prize.h"

bool
prize_part(int64_t pool, int64_t unit, size_t count, size_t winner,
    int64_t *part)
{
	uint64_t units = (uint64_t)(pool / unit);

	if (pool % unit != 0 || units < count)
		return false;
	*part = (int64_t)(units / count + (winner < units % count)) * unit;
	return true;
}
