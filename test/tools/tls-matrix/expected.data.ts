import type { DiagnosisCode } from '../../../src/index.js';
import type { ClientName, HostName, TerminalName } from './policies.data.js';

/** How TLS came about. */
export type Upgrade = 'implicit' | 'negotiated' | 'none';

/** A cell: `implicit` and `negotiated` are OK_TLS in that way, `clear` is OK_CLEAR; else the session does not come about. */
export type Expected = 'implicit' | 'negotiated' | 'clear' | DiagnosisCode;

type Row = Readonly<Record<HostName, Expected>>;

/**
 * What each terminal of ours comes to, and says where it fails: starttls.md §5, TLS-101 to TLS-145, a terminal a row. Where that
 * leaves a cell to a setting, this is the default: after a refusal `any` and `vmPreferred` go on in the clear.
 */
export const EXPECTED: Readonly<Record<TerminalName, Row>> = {
  plain: {
    basic: 'clear', //                          TLS-101
    secure: 'HOST_REQUIRES_TLS', //             TLS-102, TLS-105
    negtSecure: 'HOST_REQUIRES_TLS', //         TLS-103
    any: 'clear', //                            TLS-104
    'any+offerFirst': 'clear', //               TLS-104
    none: 'HOST_SILENT', //                     closed without a byte
    vmNever: 'clear', //                        TLS-106
    vmAllowed: 'clear', //                      TLS-107
    vmPreferred: 'clear', //                    TLS-108
    vmRequired: 'HOST_REQUIRES_TLS', //         TLS-109
    implicit: 'HOST_SILENT', //                 HTM-044
  },
  implicit: {
    basic: 'HOST_PLAIN', //                     TLS-110
    secure: 'implicit', //                      TLS-111, TLS-114
    negtSecure: 'HOST_NEGOTIATES', //           TLS-112
    any: 'implicit', //                         TLS-113
    'any+offerFirst': 'HOST_NEGOTIATES', //     HTM-006
    none: 'TLS_HANDSHAKE_FAILED', //            closed where the answer to the ClientHello was due
    vmNever: 'HOST_PLAIN', //                   TLS-115
    vmAllowed: 'HOST_PLAIN', //                 TLS-116
    vmPreferred: 'HOST_NEGOTIATES', //          TLS-117
    vmRequired: 'HOST_NEGOTIATES', //           TLS-118
    implicit: 'implicit', //                    HTM-003
  },
  negotiated: {
    basic: 'clear', //                          TLS-119
    secure: 'negotiated', //                    TLS-120, TLS-123
    negtSecure: 'negotiated', //                TLS-121
    any: 'negotiated', //                       TLS-122
    'any+offerFirst': 'negotiated', //          HTM-006
    none: 'HOST_SILENT',
    vmNever: 'clear', //                        TLS-124
    vmAllowed: 'clear', //                      TLS-125
    vmPreferred: 'negotiated', //               TLS-126
    vmRequired: 'negotiated', //                TLS-127
    implicit: 'HOST_SILENT', //                 HTM-044
  },
  required: {
    basic: 'HOST_REFUSED_STARTTLS', //          TLS-128
    secure: 'negotiated', //                    TLS-129, TLS-132
    negtSecure: 'negotiated', //                TLS-130
    any: 'negotiated', //                       TLS-131
    'any+offerFirst': 'negotiated', //          HTM-006
    none: 'HOST_SILENT',
    vmNever: 'HOST_REFUSED_STARTTLS', //        TLS-133
    vmAllowed: 'negotiated', //                 TLS-134
    vmPreferred: 'negotiated', //               TLS-135
    vmRequired: 'negotiated', //                TLS-136
    implicit: 'HOST_SILENT', //                 HTM-044
  },
  auto: {
    basic: 'HOST_REFUSED_STARTTLS', //          TLS-137
    secure: 'implicit', //                      TLS-138, TLS-141
    negtSecure: 'negotiated', //                TLS-139
    any: 'implicit', //                         TLS-140
    'any+offerFirst': 'negotiated', //          HTM-006
    none: 'HOST_SILENT',
    vmNever: 'HOST_REFUSED_STARTTLS', //        TLS-142
    vmAllowed: 'negotiated', //                 TLS-143
    vmPreferred: 'negotiated', //               TLS-144
    vmRequired: 'negotiated', //                TLS-145
    implicit: 'implicit', //                    HTM-003
  },
  'auto+allowClear': {
    basic: 'clear', //                          TLS-137
    secure: 'implicit', //                      TLS-138, TLS-141
    negtSecure: 'negotiated', //                TLS-139
    any: 'implicit', //                         TLS-140
    'any+offerFirst': 'negotiated', //          HTM-006
    none: 'HOST_SILENT',
    vmNever: 'clear', //                        TLS-142
    vmAllowed: 'clear', //                      TLS-143, TLS-050
    vmPreferred: 'negotiated', //               TLS-144
    vmRequired: 'negotiated', //                TLS-145
    implicit: 'implicit', //                    HTM-003
  },
  'auto+allowClear+volunteer': {
    basic: 'clear', //                          TLS-137, TLS-050
    secure: 'implicit', //                      TLS-138, TLS-141
    negtSecure: 'negotiated', //                TLS-139
    any: 'implicit', //                         TLS-140
    'any+offerFirst': 'negotiated', //          HTM-006
    none: 'HOST_SILENT',
    vmNever: 'clear', //                        TLS-142
    vmAllowed: 'negotiated', //                 TLS-143, TLS-050
    vmPreferred: 'negotiated', //               TLS-144
    vmRequired: 'negotiated', //                TLS-145
    implicit: 'implicit', //                    HTM-003
  },
};

/** s3270 and openssl take an offer of START_TLS, as `negotiated` does, and never ask. */
const TAKES_OFFERS: Row = {
  basic: 'clear',
  secure: 'negotiated',
  negtSecure: 'negotiated',
  any: 'negotiated',
  'any+offerFirst': 'negotiated',
  none: 'NOT_SERVED',
  vmNever: 'clear',
  vmAllowed: 'clear',
  vmPreferred: 'negotiated',
  vmRequired: 'negotiated',
  implicit: 'CLIENT_SILENT',
};

/** Whoever refuses gets on only where clear text will do. */
const REFUSES: Row = {
  basic: 'clear',
  secure: 'CLIENT_REFUSED_STARTTLS',
  negtSecure: 'CLIENT_REFUSED_STARTTLS',
  any: 'clear',
  'any+offerFirst': 'clear',
  none: 'NOT_SERVED',
  vmNever: 'clear',
  vmAllowed: 'clear',
  vmPreferred: 'clear',
  vmRequired: 'CLIENT_REFUSED_STARTTLS',
  implicit: 'CLIENT_SILENT',
};

/** C-Kermit speaks first, and is told from a terminal that starts with TLS by that (peers.md). */
const SPEAKS_FIRST = { implicit: 'CLIENT_SPEAKS_TELNET' } as const;

/** What clients that are not ours come to, and what our host says where they fail; peers.md, "STARTTLS" and "Mismatches". */
export const EXPECTED_CLIENTS: Readonly<Record<ClientName, Row>> = {
  's3270 implicit': {
    basic: 'CLIENT_IMPLICIT_TLS',
    secure: 'implicit',
    negtSecure: 'CLIENT_IMPLICIT_TLS',
    any: 'implicit',
    'any+offerFirst': 'CLIENT_IMPLICIT_TLS',
    none: 'NOT_SERVED',
    vmNever: 'CLIENT_IMPLICIT_TLS',
    vmAllowed: 'CLIENT_IMPLICIT_TLS',
    vmPreferred: 'CLIENT_IMPLICIT_TLS',
    vmRequired: 'CLIENT_IMPLICIT_TLS',
    implicit: 'implicit',
  },
  's3270 negotiated': TAKES_OFFERS,
  's3270 plain': REFUSES,
  // It ends when the first thing that it reads is anything but DO STARTTLS.
  'openssl -starttls telnet': {
    ...TAKES_OFFERS,
    basic: 'PEER_CLOSED',
    vmNever: 'PEER_CLOSED',
    vmAllowed: 'PEER_CLOSED',
  },
  // It asks at once, and ends when it is refused.
  'kermit required': {
    ...TAKES_OFFERS,
    ...SPEAKS_FIRST,
    basic: 'PEER_CLOSED',
    vmNever: 'PEER_CLOSED',
    vmAllowed: 'negotiated',
  },
  'kermit requested': { ...TAKES_OFFERS, ...SPEAKS_FIRST, vmAllowed: 'negotiated' },
  'kermit accepted': { ...TAKES_OFFERS, ...SPEAKS_FIRST },
  'kermit refused': { ...REFUSES, ...SPEAKS_FIRST },
};
