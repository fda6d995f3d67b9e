// Reads the files that a list names, one a line, and parses the events of each with libyaml,
// on one thread and without looking at them: what any reader of YAML that uses libyaml has to spend.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static unsigned char *whole(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  size_t capacity = 1 << 16;
  unsigned char *bytes = malloc(capacity);
  *size = 0;
  size_t count;
  while (bytes && (count = fread(bytes + *size, 1, capacity - *size, file)) > 0) {
    *size += count;
    if (*size == capacity) bytes = realloc(bytes, capacity *= 2);
  }
  fclose(file);
  return bytes;
}

static long events(const unsigned char *bytes, size_t size) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) return -1;
  yaml_parser_set_input_string(&parser, bytes, size);
  long count = 0;
  int is_done = 0;
  while (!is_done) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      count = -1;
      break;
    }
    is_done = event.type == YAML_STREAM_END_EVENT;
    count += 1;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return count;
}

int main(int count_of_arguments, char **arguments) {
  FILE *list = count_of_arguments == 2 ? fopen(arguments[1], "r") : NULL;
  if (!list) {
    fprintf(stderr, "yaml-events: give one file, which lists the files to read\n");
    return 64;
  }
  char path[4096];
  long files = 0, total = 0;
  unsigned long long all = 0;
  while (fgets(path, sizeof path, list)) {
    path[strcspn(path, "\n")] = 0;
    size_t size;
    unsigned char *bytes = whole(path, &size);
    long count = bytes ? events(bytes, size) : -1;
    free(bytes);
    if (count < 0) {
      fprintf(stderr, "yaml-events: %s can't be read\n", path);
      return 1;
    }
    files += 1;
    total += count;
    all += size;
  }
  fclose(list);
  printf("%ld files, %llu bytes, %ld events\n", files, all, total);
  return 0;
}
