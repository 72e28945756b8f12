import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import {
  buildErrorConditionCleared,
  buildNegativeResponse,
  buildPositiveResponse,
  buildSenseResponse,
  DATA_TYPE_RULES,
  NEGATIVE_RESPONSES,
  type NegativeResponse,
  parseResponse,
  RESPONSE_DUE,
  RESPONSE_FLAGS,
  RESPONSE_KINDS,
  ResponseLedger,
  SequenceNumbers,
} from '../../src/tn3270e/index.js';
import { faultCodes } from './vectors.js';

const { none, error, always } = RESPONSE_FLAGS;
const { positive, negative, snaSense } = RESPONSE_KINDS;
const OK = Uint8Array.of(0);

describe('RESPONSE records', () => {
  it('[TNE-100] are written as recorded', () => {
    expect(toHex(buildPositiveResponse(1))).toBe('020000000100');
    expect(toHex(buildNegativeResponse(2, NEGATIVE_RESPONSES.operationCheck))).toBe('020001000202');
    expect(toHex(buildNegativeResponse(2, NEGATIVE_RESPONSES.commandReject))).toBe('020001000200');
    expect(toHex(buildSenseResponse(0x7fff, 0x081b0000))).toBe('0200027fff081b0000');
    expect(toHex(buildErrorConditionCleared())).toBe('0600000000'); // TNE-102
  });

  it('[TNE-099] copy any number of the host', () => {
    expect(toHex(buildPositiveResponse(0xffff))).toBe('020000ffff00');
    const invalid = expect.objectContaining({ code: 'argument-invalid' });
    expect(() => buildPositiveResponse(0x10000)).toThrow(invalid);
    expect(() => buildNegativeResponse(1, 4 as NegativeResponse)).toThrow(invalid);
    expect(() => buildSenseResponse(1, 2 ** 32)).toThrow(invalid);
  });

  it('[TNE-098] are due as the flag says', () => {
    expect(RESPONSE_DUE[none]).toEqual({ done: 'nothing', failed: 'nothing' });
    expect(RESPONSE_DUE[error]).toEqual({ done: 'nothing', failed: 'negative' });
    expect(RESPONSE_DUE[always]).toEqual({ done: 'positive', failed: 'negative' });
  });

  it.each([
    [0, 0x10030000],
    [1, 0x08020000],
    [2, 0x10050000],
    [3, 0x08310000],
  ])('[TNE-101] negative %i becomes sense %i', (code, senseCode) => {
    expect(parseResponse(negative, Uint8Array.of(code))).toEqual({
      positive: false,
      code,
      senseCode,
      malformed: false,
    });
  });

  it('[TNE-100] [TNE-146] says when the data is not what the flag calls for', () => {
    expect(parseResponse(positive, OK)).toMatchObject({ positive: true, malformed: false });
    expect(parseResponse(positive, Uint8Array.of(1))).toMatchObject({ positive: true, malformed: true });
    expect(parseResponse(positive, new Uint8Array(0))).toMatchObject({ positive: true, malformed: true });
    expect(parseResponse(negative, new Uint8Array(0))).toMatchObject({ positive: false, malformed: true });
    expect(parseResponse(negative, Uint8Array.of(4))).toMatchObject({ code: 4, malformed: true });
    expect(parseResponse(snaSense, fromHex('081b0000'))).toEqual({
      positive: false,
      code: undefined,
      senseCode: 0x081b0000,
      malformed: false,
    });
    expect(parseResponse(snaSense, fromHex('081b00'))).toMatchObject({
      senseCode: undefined,
      malformed: true,
    });
  });
});

describe('SequenceNumbers', () => {
  it('[TNE-095] count data from 0 to 32767 and begin again', () => {
    const numbers = new SequenceNumbers(true);
    expect([numbers.take('data3270'), numbers.take('scsData'), numbers.take('data3270')]).toEqual([0, 1, 2]);
    numbers.restore(32767);
    expect([numbers.take('data3270'), numbers.take('data3270')]).toEqual([32767, 0]);
    expect(numbers.next).toBe(1);
    expect(() => numbers.restore(32768)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });

  it('[TNE-055] are 0 without RESPONSES', () => {
    const numbers = new SequenceNumbers(false);
    expect([numbers.take('data3270'), numbers.take('data3270')]).toEqual([0, 0]);
  });

  it('[TNE-061] [TNE-138] are 0 for all but data and BID, which does not disturb the count', () => {
    const numbers = new SequenceNumbers(true);
    numbers.take('data3270');
    for (const { name } of DATA_TYPE_RULES) {
      if (!['data3270', 'scsData', 'bid'].includes(name)) expect(numbers.take(name)).toBe(0);
    }
    expect(numbers.take('bid')).toBe(1);
    expect(numbers.take('data3270')).toBe(2);
  });
});

describe('ResponseLedger', () => {
  it('[SEC-069] matches by exact number, also where it wraps', () => {
    const ledger = new ResponseLedger();
    for (const number of [32767, 0, 255]) ledger.sent('data3270', number, always);
    for (const number of [32767, 0, 255]) {
      expect(ledger.receive(positive, number, OK)).toEqual([
        {
          type: 'responded',
          dataType: 'data3270',
          sequenceNumber: number,
          positive: true,
          code: undefined,
          senseCode: undefined,
        },
      ]);
    }
    expect(ledger.awaited).toEqual([]);
  });

  it('[SEC-069] reports a response that nothing waits for, a second one, and another number', () => {
    const ledger = new ResponseLedger();
    const unmatched = (number: number, kind: number = positive) =>
      faultCodes(ledger.receive(kind, number, OK));
    expect(unmatched(0)).toEqual(['response-unmatched']);
    ledger.sent('data3270', 7, always);
    expect(unmatched(8)).toEqual(['response-unmatched']);
    expect(unmatched(65535)).toEqual(['response-unmatched']);
    expect(unmatched(7)).toEqual([]);
    expect(unmatched(7, negative)).toEqual(['response-unmatched']);
    ledger.sent('data3270', 8, none);
    expect(unmatched(8)).toEqual(['response-unmatched']);
  });

  it('[TNE-098] with ERROR-RESPONSE waits for a negative one only', () => {
    const ledger = new ResponseLedger();
    ledger.sent('data3270', 1, error);
    expect(faultCodes(ledger.receive(positive, 1, OK))).toEqual(['response-unmatched']);
    expect(ledger.receive(negative, 1, Uint8Array.of(2))).toMatchObject([
      { type: 'responded', positive: false, code: 2, senseCode: 0x10050000 },
    ]);
  });

  it('a response settles what is older and wished to hear of errors only', () => {
    const ledger = new ResponseLedger();
    ledger.sent('scsData', 1, error);
    ledger.sent('scsData', 2, always);
    ledger.sent('scsData', 3, error);
    ledger.sent('scsData', 4, always);
    ledger.receive(positive, 4, OK);
    expect(ledger.awaited.map(({ sequenceNumber }) => sequenceNumber)).toEqual([2]);
  });

  it('[SEC-069] is bounded and forgets the oldest first', () => {
    const ledger = new ResponseLedger(3);
    for (let number = 0; number < 1000; number++) ledger.sent('data3270', number, always);
    expect(ledger.awaited.map(({ sequenceNumber }) => sequenceNumber)).toEqual([997, 998, 999]);
    expect(() => new ResponseLedger(0)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });

  it('[TNE-100] reports data that is malformed, and takes the response for what its flag says', () => {
    const ledger = new ResponseLedger();
    ledger.sent('data3270', 1, always);
    const effects = ledger.receive(positive, 1, fromHex('0000'));
    expect(faultCodes(effects)).toEqual(['response-malformed']);
    expect(effects.at(-1)).toMatchObject({ type: 'responded', positive: true });
  });

  it('[TNE-141] a refused BID is a bracket bid reject, or what SNA-SENSE says', () => {
    const ledger = new ResponseLedger();
    ledger.sent('bid', 3, always);
    expect(ledger.receive(negative, 3, OK)).toMatchObject([{ dataType: 'bid', senseCode: 0x08130000 }]);
    ledger.sent('bid', 4, always);
    expect(ledger.receive(snaSense, 4, fromHex('081b0000'))).toMatchObject([{ senseCode: 0x081b0000 }]);
  });

  it('[TNE-144] a BID with SIGNAL cannot be refused', () => {
    const ledger = new ResponseLedger();
    ledger.sent('bid', 3, always, true);
    expect(ledger.receive(negative, 3, OK)).toMatchObject([{ positive: true, senseCode: undefined }]);
  });

  it('[TNE-142] discards the response to a BID that data crossed', () => {
    const ledger = new ResponseLedger();
    ledger.sent('bid', 3, always);
    ledger.discardBid();
    expect(ledger.receive(positive, 3, OK)).toEqual([]);
    expect(faultCodes(ledger.receive(positive, 3, OK))).toEqual(['response-unmatched']);
  });

  it('[TNE-103] knows the sense code for a condition that was cleared, once', () => {
    const ledger = new ResponseLedger();
    expect(ledger.conditionCleared()).toBeUndefined();
    for (const [code, sense] of [
      [NEGATIVE_RESPONSES.interventionRequired, 0x00010000],
      [NEGATIVE_RESPONSES.componentDisconnected, 0x082b0000],
      [NEGATIVE_RESPONSES.operationCheck, undefined],
    ] as const) {
      ledger.sent('scsData', 1, always);
      ledger.receive(negative, 1, Uint8Array.of(code));
      expect(ledger.conditionCleared()).toBe(sense);
      expect(ledger.conditionCleared()).toBeUndefined();
    }
  });

  it('restores a snapshot', () => {
    const ledger = new ResponseLedger();
    ledger.sent('data3270', 1, always);
    const copy = new ResponseLedger();
    copy.restore(JSON.parse(JSON.stringify(ledger.snapshot())));
    expect(copy.receive(positive, 1, OK)).toEqual(ledger.receive(positive, 1, OK));
  });

  it('takes any responses in any order', () => {
    const step = fc.oneof(
      fc.record({ send: fc.nat(5), flag: fc.nat(2) }),
      fc.record({ kind: fc.nat(2), number: fc.nat(6), data: fc.uint8Array({ maxLength: 5 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
        const ledger = new ResponseLedger(4);
        let sent = 0;
        let answered = 0;
        for (const one of steps) {
          if ('send' in one) {
            sent++;
            ledger.sent('data3270', one.send, one.flag);
          } else {
            const effects = ledger.receive(one.kind, one.number, one.data);
            answered += effects.filter(({ type }) => type === 'responded').length;
          }
          expect(ledger.awaited.length).toBeLessThanOrEqual(4);
          expect(answered).toBeLessThanOrEqual(sent);
        }
      }),
    );
  });
});
