/*
 * What OpenBSD's C library has besides, and libbsd has not, or not as shared libraries need it. Compiled in the
 * buildbox, position-independent, into an archive that is linked where something is missing.
 */
#include <sys/random.h>
#include <sys/auxv.h>
#include <stdlib.h>
#include <unistd.h>
#include <getopt.h>
#undef getopt

/* random(3): sequences that can be had again are what everybody else has. */
void srand_deterministic(unsigned int seed) { srand(seed); }
void srandom_deterministic(unsigned int seed) { srandom(seed); }
void srand48_deterministic(long seed) { srand48(seed); }
unsigned short *seed48_deterministic(unsigned short seed[3]) { return seed48(seed); }
void lcong48_deterministic(unsigned short p[7]) { lcong48(p); }

void srandomdev(void)
{
	unsigned int seed = 0;
	if (getentropy(&seed, sizeof seed) != 0)
		abort();
	srandom(seed);
}

/* pledge(2), unveil(2): promises that this kernel does not hold anybody to. */
int pledge(const char *promises, const char *execpromises) { return 0; }
int unveil(const char *path, const char *permissions) { return 0; }

int issetugid(void) { return getauxval(AT_SECURE) != 0; }

/* As libbsd's, whose own reaches for another library's variable in a way that only programs can. */
int optreset;
int bsd_getopt(int argc, char *const argv[], const char *options)
{
	if (optreset) {
		optreset = 0;
		optind = 0;
	}
	return getopt(argc, argv, options);
}
