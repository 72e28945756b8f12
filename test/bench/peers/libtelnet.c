/*
 * libtelnet on the telnet workloads: libtelnet CORPORA WORKLOAD...
 *
 * The library hands out data in pieces and tells of IAC EOR, so the pieces are gathered into records here, as every
 * application that wants records has to. Prints a line of JSON a workload.
 */
#include <stddef.h>
#include <libtelnet.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CHUNK = 16384, MOST_RUNS = 400, SESSIONS = 10000, TN3270E = 40 };
static const double SECONDS = 0.5, WARM_UP_SECONDS = 0.2;

static const telnet_telopt_t OPTIONS[] = {
    {TELNET_TELOPT_BINARY, TELNET_WILL, TELNET_DO},
    {TELNET_TELOPT_TTYPE, TELNET_WILL, TELNET_DONT},
    {TELNET_TELOPT_EOR, TELNET_WILL, TELNET_DO},
    {TN3270E, TELNET_WILL, TELNET_DONT},
    {-1, 0, 0},
};

static const char *folder;

static struct {
    unsigned char record[65536];
    size_t length;
    uint64_t records, payload, sent, agreed;
    uint32_t sum;
    int summing;
} seen;

static unsigned char output[262144];
static size_t output_length;

static double seconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec + now.tv_nsec * 1e-9;
}

static void fail(const char *what) {
    fprintf(stderr, "libtelnet harness: %s\n", what);
    exit(1);
}

static unsigned char *read_file(const char *name, size_t *length) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) fail(path);
    fseek(file, 0, SEEK_END);
    *length = ftell(file);
    rewind(file);
    unsigned char *bytes = malloc(*length + 1);
    if (fread(bytes, 1, *length, file) != *length) fail(path);
    bytes[*length] = 0;
    fclose(file);
    return bytes;
}

static void print(const char *workload, double value) {
    printf("{\"workload\":\"%s\",\"value\":%.6g}\n", workload, value);
    fflush(stdout);
}

static void end_record(void) {
    seen.records++;
    seen.payload += seen.length;
    if (seen.summing) {
        for (size_t i = 0; i < seen.length; i++) seen.sum = seen.sum * 31 + seen.record[i];
        seen.sum = seen.sum * 31 + TELNET_EOR;
    }
    seen.length = 0;
}

/* TN3270E is the application's: asks for its device and functions as a terminal does. */
static void negotiate_tn3270e(telnet_t *telnet, const unsigned char *body, size_t length) {
    if (length < 2) return;
    if (body[0] == 8 && body[1] == 2) telnet_subnegotiation(telnet, TN3270E, "\x02\x07IBM-3278-2-E", 14);
    else if (body[0] == 2 && body[1] == 4) telnet_subnegotiation(telnet, TN3270E, "\x03\x07\x00\x02\x04", 5);
    else if (body[0] == 3 && body[1] == 4) seen.agreed++;
}

static void on_event(telnet_t *telnet, telnet_event_t *event, void *unused) {
    (void)unused;
    switch (event->type) {
    case TELNET_EV_DATA:
        if (seen.length + event->data.size > sizeof seen.record) fail("a record is too long");
        memcpy(seen.record + seen.length, event->data.buffer, event->data.size);
        seen.length += event->data.size;
        break;
    case TELNET_EV_IAC:
        if (event->iac.cmd == TELNET_EOR) end_record();
        break;
    case TELNET_EV_SEND:
        seen.sent += event->data.size;
        if (output_length + event->data.size > sizeof output) output_length = 0;
        memcpy(output + output_length, event->data.buffer, event->data.size);
        output_length += event->data.size;
        break;
    case TELNET_EV_TTYPE:
        if (event->ttype.cmd == TELNET_TTYPE_SEND) telnet_ttype_is(telnet, "IBM-3278-2-E");
        break;
    case TELNET_EV_SUBNEGOTIATION:
        if (event->sub.telopt == TN3270E)
            negotiate_tn3270e(telnet, (const unsigned char *)event->sub.buffer, event->sub.size);
        break;
    default:
        break;
    }
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* Seconds of processor time that one call takes: the median of those made behind a warm-up. */
static double time_of(void (*run)(void)) {
    static double times[MOST_RUNS];
    int count = 0;
    for (double end = seconds(CLOCK_MONOTONIC) + WARM_UP_SECONDS; seconds(CLOCK_MONOTONIC) < end;) run();
    for (double end = seconds(CLOCK_MONOTONIC) + SECONDS; count < 3 || (count < MOST_RUNS && seconds(CLOCK_MONOTONIC) < end); count++) {
        double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
        run();
        times[count] = seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
    }
    qsort(times, count, sizeof *times, ascending);
    return times[count / 2];
}

static unsigned char *stream, *cuts;
static size_t stream_length, cut_count;

static void decode(void) {
    telnet_t *telnet = telnet_init(OPTIONS, on_event, 0, NULL);
    size_t at = 0;
    seen.length = 0;
    if (cuts != NULL)
        for (size_t i = 0; i < cut_count; at += cuts[i++]) telnet_recv(telnet, (char *)stream + at, cuts[i]);
    else
        for (; at < stream_length; at += CHUNK) {
            size_t left = stream_length - at;
            telnet_recv(telnet, (char *)stream + at, left < CHUNK ? left : CHUNK);
        }
    telnet_free(telnet);
}

/* The check sum that streams.json has for a stream. */
static uint32_t expected_sum(const char *name) {
    size_t length;
    char key[32], *facts = (char *)read_file("streams.json", &length);
    snprintf(key, sizeof key, "\"%s\"", name);
    char *place = strstr(facts, key);
    place = place == NULL ? NULL : strstr(place, "\"checkSum\": ");
    if (place == NULL) fail("streams.json");
    uint32_t sum = strtoul(place + strlen("\"checkSum\": "), NULL, 10);
    free(facts);
    return sum;
}

static double decode_rate(const char *name, int in_cuts) {
    char file[64];
    snprintf(file, sizeof file, "%s.bin", name);
    stream = read_file(file, &stream_length);
    cuts = in_cuts ? read_file("w1s.cuts", &cut_count) : NULL;
    memset(&seen, 0, sizeof seen);
    seen.summing = 1;
    decode();
    if (seen.sum != expected_sum(name)) fail("wrong records");
    seen.summing = 0;
    double rate = stream_length / time_of(decode) / 1e6;
    free(stream);
    free(cuts);
    return rate;
}

static unsigned char *payload;
static uint32_t *lengths;
static size_t record_count;
static telnet_t *encoder;

static void encode(void) {
    const char *at = (const char *)payload;
    seen.sent = 0;
    output_length = 0;
    for (size_t i = 0; i < record_count; at += lengths[i++]) {
        telnet_send(encoder, at, lengths[i]);
        telnet_iac(encoder, TELNET_EOR);
    }
}

static double encode_rate(const char *name) {
    char file[64];
    size_t length;
    snprintf(file, sizeof file, "%s.bin", name);
    payload = read_file(file, &length);
    snprintf(file, sizeof file, "%s.len", name);
    lengths = (uint32_t *)read_file(file, &length);
    record_count = length / 4;
    encoder = telnet_init(OPTIONS, on_event, 0, NULL);
    double time = time_of(encode);
    telnet_free(encoder);
    free(payload);
    free(lengths);
    return seen.sent / time / 1e6;
}

static unsigned char messages[16][128];
static int message_lengths[16], message_count;

static void negotiate(void) {
    for (int session = 0; session < 1000; session++) {
        output_length = 0;
        telnet_t *telnet = telnet_init(OPTIONS, on_event, 0, NULL);
        for (int i = 0; i < message_count; i++) telnet_recv(telnet, (char *)messages[i], message_lengths[i]);
        telnet_free(telnet);
    }
}

static double negotiation_rate(const char *file) {
    size_t length;
    char *text = (char *)read_file(file, &length);
    message_count = 0;
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n"), message_count++) {
        message_lengths[message_count] = strlen(line) / 2;
        for (int i = 0; i < message_lengths[message_count]; i++) {
            unsigned byte;
            sscanf(line + 2 * i, "%2x", &byte);
            messages[message_count][i] = byte;
        }
    }
    free(text);
    memset(&seen, 0, sizeof seen);
    negotiate();
    if (seen.sent < 30000) fail("a negotiation that came to no end");
    return 1000 / time_of(negotiate);
}

static double session_bytes(void) {
    static telnet_t *sessions[SESSIONS];
    struct mallinfo2 before = mallinfo2();
    for (int i = 0; i < SESSIONS; i++) sessions[i] = telnet_init(OPTIONS, on_event, 0, NULL);
    struct mallinfo2 after = mallinfo2();
    for (int i = 0; i < SESSIONS; i++) telnet_free(sessions[i]);
    return (double)(after.uordblks - before.uordblks) / SESSIONS;
}

static double run(const char *workload) {
    if (strcmp(workload, "W1") == 0) return decode_rate("w1", 0);
    if (strcmp(workload, "W1z") == 0) return decode_rate("w1z", 0);
    if (strcmp(workload, "W1b") == 0) return decode_rate("w1b", 0);
    if (strcmp(workload, "W1s") == 0) return decode_rate("w1s", 1);
    if (strcmp(workload, "W2") == 0) return encode_rate("w2");
    if (strcmp(workload, "W2b") == 0) return encode_rate("w2b");
    if (strcmp(workload, "W4t") == 0) return negotiation_rate("w4t.txt");
    if (strcmp(workload, "W4e") == 0) return negotiation_rate("w4e.txt");
    if (strcmp(workload, "W6t") == 0) return session_bytes();
    fail("no such workload");
    return 0;
}

int main(int count, char **arguments) {
    if (count < 3) fail("usage: libtelnet CORPORA WORKLOAD...");
    folder = arguments[1];
    for (int i = 2; i < count; i++) print(arguments[i], run(arguments[i]));
    return 0;
}
