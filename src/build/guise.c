/* Loaded before every program of a build that is done again: another time, and folders in another order.
   What upstream's makefiles let into their results of either, the comparison then shows. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#undef readdir64

/* More than a year, and another day of the month and the week, hour, minute and second. */
#define LATER ((time_t)398 * 24 * 3600 + 6 * 3600 + 23 * 60 + 7)

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

time_t time(time_t *out) {
  static time_t (*real)(time_t *);
  if (!real) real = (time_t (*)(time_t *))next("time");
  time_t now = real(NULL) + LATER;
  if (out) *out = now;
  return now;
}

int clock_gettime(clockid_t clock, struct timespec *out) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = (int (*)(clockid_t, struct timespec *))next("clock_gettime");
  int status = real(clock, out);
  if (status == 0 && (clock == CLOCK_REALTIME || clock == 5 /* CLOCK_REALTIME_COARSE */)) out->tv_sec += LATER;
  return status;
}

int gettimeofday(struct timeval *restrict out, void *restrict zone) {
  static int (*real)(struct timeval *, void *);
  if (!real) real = (int (*)(struct timeval *, void *))next("gettimeofday");
  int status = real(out, zone);
  if (status == 0) out->tv_sec += LATER;
  return status;
}

/* Who waits until a time of ours would wait for more than a year. A monotonic clock never comes near that. */
static const struct timespec *earlier(const struct timespec *until, struct timespec *room) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = (int (*)(clockid_t, struct timespec *))next("clock_gettime");
  if (real(CLOCK_REALTIME, room) != 0 || until->tv_sec < room->tv_sec + LATER / 2) return until;
  *room = *until;
  room->tv_sec -= LATER;
  return room;
}

int pthread_cond_timedwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict until) {
  static int (*real)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
  if (!real)
    real = (int (*)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *))next("pthread_cond_timedwait");
  struct timespec room;
  return real(cond, mutex, earlier(until, &room));
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict until) {
  static int (*real)(sem_t *, const struct timespec *);
  if (!real) real = (int (*)(sem_t *, const struct timespec *))next("sem_timedwait");
  struct timespec room;
  return real(semaphore, earlier(until, &room));
}

/* A folder that is read: its entries, last first. On 64 bits both kinds of entry are one. */
struct listing {
  DIR *folder;
  struct dirent **entries;
  size_t left;
  struct listing *next;
};

static struct listing *listings;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void forget(DIR *folder) {
  pthread_mutex_lock(&lock);
  for (struct listing **at = &listings; *at; at = &(*at)->next) {
    struct listing *found = *at;
    if (found->folder != folder) continue;
    *at = found->next;
    if (found->entries) {
      for (size_t n = 0; found->entries[n]; n++) free(found->entries[n]);
      free(found->entries);
    }
    free(found);
    break;
  }
  pthread_mutex_unlock(&lock);
}

static struct listing *listing_of(DIR *folder) {
  static struct dirent *(*real)(DIR *);
  if (!real) real = (struct dirent * (*)(DIR *)) next("readdir");
  pthread_mutex_lock(&lock);
  struct listing *found = listings;
  while (found && found->folder != folder) found = found->next;
  if (!found && (found = calloc(1, sizeof *found))) {
    size_t room = 64, count = 0;
    found->folder = folder;
    found->entries = malloc(room * sizeof *found->entries);
    for (struct dirent *entry; found->entries && (entry = real(folder));) {
      struct dirent *copy = malloc(sizeof *copy);
      if (!copy) break;
      /* A kernel's entry ends with its name: no more than d_reclen bytes may be read. */
      memcpy(copy, entry, entry->d_reclen < sizeof *copy ? entry->d_reclen : sizeof *copy);
      if (count + 2 > room) {
        struct dirent **more = realloc(found->entries, (room *= 2) * sizeof *more);
        if (!more) break;
        found->entries = more;
      }
      found->entries[count++] = copy;
    }
    if (found->entries) found->entries[count] = NULL;
    found->left = count;
    found->next = listings;
    listings = found;
  }
  pthread_mutex_unlock(&lock);
  return found;
}

struct dirent *readdir(DIR *folder) {
  struct listing *found = listing_of(folder);
  return found && found->entries && found->left > 0 ? found->entries[--found->left] : NULL;
}

#ifdef __GLIBC__
struct dirent64 *readdir64(DIR *folder) { return (struct dirent64 *)readdir(folder); }
#endif

void rewinddir(DIR *folder) {
  static void (*real)(DIR *);
  if (!real) real = (void (*)(DIR *))next("rewinddir");
  forget(folder);
  real(folder);
}

int closedir(DIR *folder) {
  static int (*real)(DIR *);
  if (!real) real = (int (*)(DIR *))next("closedir");
  forget(folder);
  return real(folder);
}
