import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInbound, readOutbound } from '../../src/datastream/index.js';
import { HostSession, TerminalSession } from '../../src/session/index.js';
import { TelnetDecoder, type TelnetToken } from '../../src/telnet/index.js';
import {
  chunked,
  connection,
  type Happening,
  inboundBytes,
  inboundRecord,
  joined,
  noise,
  outboundBytes,
  outboundRecord,
  speech,
  startTlsMessage,
  telnetStream,
  tn3270eMessage,
  tn3270eNegotiation,
  tn3270eRecord,
  wounded,
} from '../../src/testing/index.js';
import { DATA_TYPES, parseNegotiation } from '../../src/tn3270e/index.js';

const SIZE = { rows: 24, columns: 80 };
const POSITIONS = 1920;

function decode(bytes: Uint8Array): TelnetToken[] {
  const decoder = new TelnetDecoder();
  decoder.cutRecords = true;
  decoder.receive(bytes);
  const tokens: TelnetToken[] = [];
  for (let token = decoder.next(); token !== undefined; token = decoder.next()) tokens.push(token);
  return tokens;
}

/** How many of a sample meet a condition. */
function share<Value>(arbitrary: fc.Arbitrary<Value>, meets: (value: Value) => boolean): number {
  const sample = fc.sample(arbitrary, { numRuns: 400, seed: 1 });
  return sample.filter(meets).length / sample.length;
}

describe('generators of telnet', () => {
  it('make streams whose frames are right', () => {
    fc.assert(
      fc.property(telnetStream(fc), (bytes) => {
        const faults = decode(bytes).filter((token) => token.type === 'fault');
        expect(faults.map((fault) => 'code' in fault && fault.code)).toEqual([]);
      }),
    );
  });

  it('wound most of them, and keep some of it', () => {
    const stream = telnetStream(fc);
    const whole = share(stream, (bytes) => bytes.length > 0);
    expect(whole).toBeGreaterThan(0.85);
    expect(
      share(wounded(fc, stream), (bytes) => decode(bytes).some(({ type }) => type === 'fault')),
    ).toBeGreaterThan(0.1);
  });

  it('meet START_TLS in all its messages', () => {
    const seen = new Set(
      fc.sample(startTlsMessage(fc), { numRuns: 300, seed: 1 }).map((bytes) => bytes.join()),
    );
    expect(seen.size).toBe(8);
    expect(seen).toContain('255,253,46');
    expect(seen).toContain('255,250,46,1,255,240');
  });

  it('cut without loss', () => {
    fc.assert(
      fc.property(chunked(fc, noise(fc)), (chunks) => {
        for (const chunk of chunks) expect(chunk.length).toBeGreaterThan(0);
        expect(joined(chunks).length).toBe(chunks.reduce((sum, { length }) => sum + length, 0));
      }),
    );
  });

  it('steer the parser: half of all bytes', () => {
    const bytes = joined(fc.sample(noise(fc, 64), { numRuns: 200, seed: 1 }));
    const commands = bytes.filter((byte) => byte === 0xff).length / bytes.length;
    expect(commands).toBeGreaterThan(0.1);
  });
});

describe('generators of TN3270E', () => {
  it('make messages that parse to what was meant', () => {
    fc.assert(
      fc.property(tn3270eMessage(fc), (bytes) => {
        const [token] = decode(bytes);
        expect(token?.type).toBe('subnegotiation');
        if (token?.type === 'subnegotiation') expect(parseNegotiation(token.bytes).fault).toBeUndefined();
      }),
    );
    expect(
      new Set(fc.sample(tn3270eNegotiation(fc), { numRuns: 300, seed: 1 }).map(({ type }) => type)).size,
    ).toBe(6);
  });

  it('make records of every data type', () => {
    const types = fc.sample(tn3270eRecord(fc), { numRuns: 400, seed: 1 }).map((bytes) => {
      const [token] = decode(bytes);
      expect(token?.type).toBe('record');
      return bytes[0];
    });
    expect(new Set(types).size).toBe(Object.keys(DATA_TYPES).length);
  });
});

describe('generators of the data stream', () => {
  it('make outbound records without a fault', () => {
    fc.assert(
      fc.property(outboundBytes(fc, SIZE), (bytes) => {
        expect(readOutbound(bytes, POSITIONS).result.faults).toEqual([]);
      }),
    );
  });

  it('make inbound records that are read as what was meant', () => {
    fc.assert(
      fc.property(inboundBytes(fc, SIZE), (bytes) => {
        const { record, faults } = parseInbound(bytes, { positionCount: POSITIONS });
        expect(faults).toEqual([]);
        expect(record).toBeDefined();
      }),
    );
  });

  it('have every kind', () => {
    const outbound = new Set(
      fc.sample(outboundRecord(fc, SIZE), { numRuns: 300, seed: 1 }).map(({ type }) => type),
    );
    expect([...outbound].sort()).toEqual(['eraseAllUnprotected', 'read', 'write', 'writeStructuredField']);
    const inbound = new Set(
      fc.sample(inboundRecord(fc, SIZE), { numRuns: 300, seed: 1 }).map(({ type }) => type),
    );
    expect([...inbound].sort()).toEqual(['readBuffer', 'readModified', 'shortRead']);
  });

  it('give the same for the same seed', () => {
    const sample = () => fc.sample(speech(fc, 'host'), { numRuns: 50, seed: 7 });
    expect(sample()).toEqual(sample());
  });
});

/** Lives a connection, and returns the modes that it met. */
function live(session: TerminalSession | HostSession, happenings: readonly Happening[]): Set<string> {
  const modes = new Set<string>();
  const armed = new Set<string>();
  let pending = false;
  const drain = (): void => {
    for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
      if (event.type === 'timer') armed[event.afterMs === null ? 'delete' : 'add'](event.name);
      pending =
        event.type === 'upgradeToTls' || (pending && event.type !== 'secure' && event.type !== 'closed');
    }
    modes.add(session.mode);
  };
  drain();
  for (const happening of happenings) {
    if (happening.type === 'bytes' && !pending) session.receive(happening.bytes);
    else if (happening.type === 'timer') {
      const [first] = armed;
      session.timerFired(
        (happening.name === 'next' ? (first ?? 'negotiation') : happening.name) as 'negotiation',
      );
    } else if (happening.type === 'tlsEstablished' && pending)
      session.tlsEstablished({
        version: 'TLSv1.3',
        cipher: 'TLS_AES_128_GCM_SHA256',
        verification: 'verified',
      });
    else if (happening.type === 'tlsFailed' && pending) session.tlsFailed({ kind: 'eof', message: 'gone' });
    else if (happening.type === 'transportClosed') session.transportClosed();
    drain();
  }
  return modes;
}

describe('a generated connection', () => {
  it('[SEC-046] throws nothing out of either role, and reaches every mode', () => {
    const modes = new Set<string>();
    fc.assert(
      fc.property(connection(fc, 'terminal'), connection(fc, 'host'), (asTerminal, asHost) => {
        for (const mode of live(
          new TerminalSession({ tls: 'negotiated', acceptUnverified: true }),
          asTerminal,
        ))
          modes.add(mode);
        for (const mode of live(new HostSession({ tls: 'negtSecure' }), asHost)) modes.add(mode);
      }),
      { numRuns: 400, seed: 1 },
    );
    expect([...modes].sort()).toEqual(
      expect.arrayContaining(['closed', 'negotiating', 'nvt', 'tlsPending', 'tn3270e']),
    );
  });
});
