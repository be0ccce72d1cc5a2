#include "civic/award_vote.h"

bool
award_vote_quorum(struct award_share share, size_t members, size_t present)
{
	return members > 0 && (uint64_t)share.parts * present >=
	    (uint64_t)share.of * members;
}

size_t
award_vote_needed(struct award_share share, size_t members)
{
	uint64_t parts = (uint64_t)share.parts;

	return (size_t)(((uint64_t)share.of * members + parts - 1) / parts);
}

bool
award_vote_carried(struct award_share share, size_t in_favour, size_t voters)
{
	return (uint64_t)share.parts * in_favour >
	    (uint64_t)share.of * voters;
}
