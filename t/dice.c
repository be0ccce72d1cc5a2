#include "base/dice.h"
#include "tap.h"

/* How far the most and the least thrown of n are from the mean, of 100. */
static int
unevenness(uint32_t n, int each)
{
	struct dice d = { 7 };
	int seen[16] = { 0 }, most = 0, least = 100 * each;

	for (uint32_t i = 0; i < n * (uint32_t)each; i++)
		seen[dice_below(&d, n)]++;
	for (uint32_t i = 0; i < n; i++) {
		most = seen[i] > most ? seen[i] : most;
		least = seen[i] < least ? seen[i] : least;
	}
	return (most - least) * 100 / each;
}

/* Of 3 * 2^30 some would have two chances, if none were thrown again. */
static bool
is_even(void)
{
	struct dice d = { 7 };
	int seen[3] = { 0 };

	for (int i = 0; i < 30000; i++)
		seen[dice_below(&d, 3u << 30) % 3]++;
	for (int i = 0; i < 3; i++)
		if (seen[i] < 9500 || seen[i] > 10500)
			return false;
	return true;
}

int
main(void)
{
	/* The numbers that are published for the seed 1234567. */
	static const uint64_t known[] = { 6457827717110365317u,
		3203168211198807973u, 9817491932198370423u,
		4593380528125082431u, 16408922859458223821u };
	struct dice d = { 1234567 };
	uint32_t most = 0;

	for (uint64_t i = 0; i < 5; i++) {
		ok(dice_at(1234567, i) == known[i]);
		ok(dice_next(&d) == known[i]);
	}
	ok(dice_below(&d, 1) == 0);
	for (int i = 0; i < 1000; i++) {
		uint32_t n = dice_below(&d, UINT32_MAX);

		most = n > most ? n : most;
	}
	ok(most > UINT32_MAX / 100 * 99);
	for (uint32_t n = 2; n <= 16; n++)
		ok(unevenness(n, 10000) < 8);
	ok(is_even());
	return tap_done();
}
