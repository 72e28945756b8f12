import { afterEach, describe, expect, it } from 'vitest';
import { cp037, decodeText, encodeText } from '../../src/codepage/index.js';
import {
  AIDS,
  buildOutbound,
  buildScreen,
  buildWriteStructuredField,
  geometryFromReplies,
} from '../../src/datastream/index.js';
import { FUNCTIONS, REJECT_REASONS } from '../../src/index.js';
import { requirePeer } from '../support/peers.js';
import { endAll } from './support/processes.js';
import { agree, dial, type S3270Connection } from './support/s3270-connection.js';
import { formScreen, linesOf, MODEL_2, screenRecord } from './support/screens.js';

afterEach(endAll);

const { bindImage, responses, sysreq, contentionResolution } = FUNCTIONS;
const FORM = screenRecord(formScreen(MODEL_2, 'FORM'));

/** Shows the form and waits until s3270 has it. */
async function showForm({ terminal, side, connected }: S3270Connection): Promise<void> {
  side.act((session) => session.write(FORM));
  await connected;
  await terminal.must('Wait(10,InputField)');
}

describe.runIf(requirePeer('s3270'))('functions of TN3270E, s3270 against our host', () => {
  it.each([
    ['none', [], []],
    ['RESPONSES', [responses], [responses]],
    ['BIND-IMAGE', [bindImage], [bindImage]],
    ['BIND-IMAGE, RESPONSES, SYSREQ', [bindImage, responses, sysreq], [bindImage, responses, sysreq]],
    // s3270 4.1 does not ask for CONTENTION-RESOLUTION, so it is not agreed
    [
      'all, CONTENTION-RESOLUTION too',
      [bindImage, responses, sysreq, contentionResolution],
      [bindImage, responses, sysreq],
    ],
  ])('[TNE-033] agrees to functions: %s', async (_name, wanted, agreed) => {
    const connection = await agree({ tls: 'basic', functions: wanted }, '127.0.0.1');
    expect(connection.side.session.functions).toEqual(agreed);
    await showForm(connection);
    expect(await connection.terminal.text()).toEqual(linesOf(formScreen(MODEL_2, 'FORM')));
    expect(connection.side.log.all('violation')).toEqual([]);
  });

  it('[TNE-090] answers ALWAYS-RESPONSE with our sequence number, ERROR-RESPONSE only when something is wrong', async () => {
    const { side, connected } = await agree({ tls: 'basic' }, '127.0.0.1');
    const first = side.act((session) => session.write(FORM, { response: 'always' }));
    await connected;
    expect(await side.log.next('response')).toMatchObject({
      to: 'data3270',
      sequenceNumber: first,
      positive: true,
    });
    side.act((session) => session.write(FORM, { response: 'error' }));
    const wrong = side.act((session) => session.write(Uint8Array.of(0x3f), { response: 'error' }));
    // no such command: COMMAND REJECT
    expect(await side.log.next('response')).toMatchObject({
      sequenceNumber: wrong,
      positive: false,
      code: 0,
    });
    // an address beyond the screen: OPERATION CHECK
    const outside = Uint8Array.of(0xf1, 0xc3, 0x11, 0x3f, 0xff, 0xc1);
    const beyond = side.act((session) => session.write(outside, { response: 'always' }));
    expect(await side.log.next('response')).toMatchObject({
      sequenceNumber: beyond,
      positive: false,
      code: 2,
    });
    expect(side.log.all('response')).toHaveLength(3);
  });

  it('[TNE-079] goes from UNBIND to the next BIND', async () => {
    const connection = await agree(
      { tls: 'basic', functions: [0, 2, 4], pluName: 'APPLID1' },
      '127.0.0.1',
      '-model',
      '3279-2-E',
    );
    await showForm(connection);
    const { side, terminal } = connection;
    side.act((session) => session.unbind());
    const empty = linesOf({ ...MODEL_2, fields: [] });
    expect(await terminal.textOnce(empty)).toEqual(empty);
    side.act((session) => {
      session.bind();
      session.write(FORM);
    });
    await terminal.must('Wait(10,InputField)');
    expect(await terminal.text()).toEqual(linesOf(formScreen(MODEL_2, 'FORM')));
    expect((await terminal.must('Query(BindPluName)')).data).toEqual(['APPLID1']);
  });

  it('[TNE-115] sends ATTN as IP and SYSREQ as AO, and types into the SSCP-LU session', async () => {
    const connection = await agree({ tls: 'basic', functions: [0, 2, 4] }, '127.0.0.1');
    await showForm(connection);
    const { terminal, side } = connection;
    await terminal.must('Attn()');
    await side.log.next('attention');

    const systemRequest = terminal.must('SysReq()');
    await side.log.next('systemRequest');
    side.act((session) => session.sendSscpLu(encodeText(cp037, 'SSCP> ')));
    await systemRequest;
    await terminal.must('Wait(10,Unlock)');
    expect((await terminal.text()).join('')).toContain('SSCP> ');
    await terminal.must('String("logoff")');
    const enter = terminal.must('Enter()');
    expect((await side.log.next('sscpLuInput')).text).toBe('logoff');
    expect(side.session.mode).toBe('sscpLu');

    side.act((session) => session.write(FORM));
    await enter;
    await terminal.must('Wait(10,InputField)');
    expect(side.session.mode).toBe('tn3270e');
    expect(await terminal.text()).toEqual(linesOf(formScreen(MODEL_2, 'FORM')));
    expect(side.log.all('violation')).toEqual([]);
  });

  it('[TNE-066] switches s3270 to the NVT by NVT-DATA, and back by a screen', async () => {
    const connection = await agree({ tls: 'basic' }, '127.0.0.1');
    await showForm(connection);
    const { terminal, side } = connection;
    side.act((session) => session.sendText('NVT inside TN3270E\r\n'));
    await terminal.must('Wait(10,NVTMode)');
    expect(side.session.mode).toBe('tn3270eNvt');
    const [text = ''] = await terminal.text();
    // s3270 4.1 shows every second character of NVT-DATA.
    expect(['NVT inside TN3270E', 'V nieT37E']).toContain(text.trim());
    side.act((session) => session.write(FORM));
    await terminal.must('Wait(10,InputField)');
    expect(await terminal.text()).toEqual(linesOf(formScreen(MODEL_2, 'FORM')));
  });
});

describe.runIf(requirePeer('s3270'))('LU names, s3270 against our host', () => {
  it.each([
    ['TN3270E', ''],
    ['TN3270', 'N:'],
  ])('gives the LU that is asked for in %s', async (_protocol, prefix) => {
    const connection = await agree({ tls: 'basic' }, `${prefix}LUA00001@127.0.0.1`);
    const { side, terminal } = connection;
    expect(side.log.all('deviceRequested')).toMatchObject([{ resourceName: 'LUA00001', decided: true }]);
    expect(side.session.luName).toBe('LUA00001');
    await showForm(connection);
    expect((await terminal.must('Query(LuName)')).data).toEqual(['LUA00001']);
  });

  it.each([
    ['TN3270E', ''],
    ['TN3270', 'N:'],
  ])('rejects two names, and gives the third, in %s', async (_protocol, prefix) => {
    const free = 'LUA00003';
    const connection = await agree(
      {
        tls: 'basic',
        assignDevice: ({ resourceName }) =>
          resourceName === free ? { accept: free } : { reject: REJECT_REASONS.invName },
      },
      `${prefix}NOSUCH01,NOSUCH02,${free}@127.0.0.1`,
    );
    const asked = connection.side.log.all('deviceRequested').map(({ resourceName }) => resourceName);
    expect(asked).toEqual(['NOSUCH01', 'NOSUCH02', free]);
    await showForm(connection);
    expect(await connection.terminal.text()).toEqual(linesOf(formScreen(MODEL_2, 'FORM')));
  });

  it('decides later', async () => {
    const { side, connected, terminal } = await dial(
      { tls: 'basic', assignDevice: () => undefined },
      'LUB00001@127.0.0.1',
    );
    expect((await side.log.next('deviceRequested')).decided).toBe(false);
    side.act((session) => session.acceptDevice('POOL0007'));
    expect((await side.log.next('negotiated')).luName).toBe('POOL0007');
    side.act((session) => session.write(FORM));
    await connected;
    expect((await terminal.must('Query(LuName)')).data).toEqual(['POOL0007']);
  });

  it('falls back to TN3270 when the only name is rejected', async () => {
    const asked: string[] = [];
    const { side } = await dial(
      {
        tls: 'basic',
        assignDevice: ({ resourceName, deviceType }) => {
          asked.push(`${deviceType}@${resourceName}`);
          return asked.length === 1 ? { reject: REJECT_REASONS.deviceInUse } : { accept: 'SPARE001' };
        },
      },
      'LUC00001@127.0.0.1',
      '-model',
      '3279-2-E',
    );
    expect(await side.log.next('negotiated')).toMatchObject({ protocol: 'tn3270', luName: 'SPARE001' });
    expect(asked).toEqual(['IBM-3278-2-E@LUC00001', 'IBM-3279-2-E@LUC00001']);
  });
});

describe.runIf(requirePeer('s3270'))('what our host reads, s3270 against our host', () => {
  it.each([
    ['3278-2-E', { rows: 24, columns: 80 }],
    ['3279-3-E', { rows: 32, columns: 80 }],
    ['3279-4-E', { rows: 43, columns: 80 }],
    ['3279-5-E', { rows: 27, columns: 132 }],
  ])('[SF-091] finds the size of a %s in its query replies', async (model, alternateSize) => {
    const { side } = await agree({ tls: 'basic' }, '127.0.0.1', '-model', model);
    side.act((session) => session.write(buildWriteStructuredField([{ type: 'query' }], MODEL_2)));
    const { record } = await side.log.next('inbound');
    if (record.type !== 'structuredFields') throw new Error(record.type);
    const replies = record.fields.flatMap((field) => (field.type === 'queryReply' ? [field.reply] : []));
    expect(replies).toHaveLength(record.fields.length);
    expect(geometryFromReplies(replies)).toEqual({ defaultSize: MODEL_2, alternateSize, notes: [] });
    const types = replies.map(({ type }) => type);
    for (const type of [
      'summary',
      'usableArea',
      'color',
      'highlighting',
      'replyModes',
      'implicitPartition',
    ]) {
      expect(types).toContain(type);
    }
    expect(side.log.all('violation')).toEqual([]);
  });

  it('[SF-091] finds the size of an IBM-DYNAMIC in its query replies, and writes to all of it', async () => {
    const size = { rows: 60, columns: 132 };
    const { side, terminal, connected } = await agree(
      { tls: 'basic', functions: [0, 2, 4] },
      '127.0.0.1',
      '-oversize',
      '132x60',
    );
    expect(side.session.terminalType).toBe('IBM-DYNAMIC');
    expect(side.session.alternateSize).toBeUndefined();
    side.act((session) => session.write(buildWriteStructuredField([{ type: 'query' }], MODEL_2)));
    const { record } = await side.log.next('inbound');
    if (record.type !== 'structuredFields') throw new Error(record.type);
    const replies = record.fields.flatMap((field) => (field.type === 'queryReply' ? [field.reply] : []));
    expect(geometryFromReplies(replies).alternateSize).toEqual(size);
    const form = formScreen(size, 'SEVEN THOUSAND POSITIONS');
    // In 14-bit addresses 255 and 511 end with a byte that telnet doubles, on its way here and there.
    const screen = {
      ...form,
      fields: [
        ...form.fields,
        { row: 2, column: 125, text: 'AT 256', length: 6, protected: true },
        { row: 4, column: 116, length: 5 },
      ],
    };
    side.act((session) => session.write(screenRecord(screen)));
    await connected;
    expect((await terminal.must('Wait(10,InputField)')).status).toMatchObject(size);
    expect(await terminal.text()).toEqual(linesOf(screen));
    await terminal.must('Tab()');
    await terminal.must('String("ff")');
    await terminal.must('Tab()');
    await terminal.must('String("far")');
    void terminal.run('Enter()');
    const last = 59 * 132 + 8;
    expect((await side.log.next('inbound')).record).toMatchObject({
      cursorAddress: last + 3,
      fields: [
        { address: 511, bytes: encodeText(cp037, 'ff') },
        { address: last, bytes: encodeText(cp037, 'far') },
      ],
    });
    expect(side.recording.sentBy('client')).toContain('1101ffff');
  });

  it('[DS-138] knows every key that sends', async () => {
    const connection = await agree({ tls: 'basic' }, '127.0.0.1');
    await showForm(connection);
    const { terminal, side } = connection;
    const keys: [string, number][] = [
      ['Enter()', AIDS.enter],
      ['PA(1)', AIDS.pa1],
      ['PA(2)', AIDS.pa2],
      ['PA(3)', AIDS.pa3],
    ];
    for (let number = 1; number <= 24; number++) {
      keys.push([`PF(${number})`, AIDS[`pf${number}` as 'pf1']]);
    }
    keys.push(['Clear()', AIDS.clear]);
    for (const [action, aid] of keys) {
      const answer = terminal.must(action);
      const { record } = await side.log.next('inbound');
      const type = /PA|Clear/.test(action) ? 'shortRead' : 'readModified';
      expect([action, record]).toMatchObject([action, { type, aid }]);
      side.act((session) => session.write(FORM));
      await answer;
      await terminal.must('Wait(10,Unlock)');
    }
    expect(side.log.all('violation')).toEqual([]);
  });

  it('reads the whole buffer and the modified fields', async () => {
    const connection = await agree({ tls: 'basic' }, '127.0.0.1');
    await showForm(connection);
    const { side, terminal } = connection;
    await terminal.must('String("typed")');
    side.act((session) => session.write(buildOutbound({ type: 'read', command: 'readModified' }, MODEL_2)));
    const modified = await side.log.next('inbound');
    expect(modified.record).toMatchObject({
      type: 'readModified',
      aid: AIDS.none,
      cursorAddress: 173,
      fields: [{ address: 168, bytes: encodeText(cp037, 'typed') }],
    });
    side.act((session) => session.write(buildOutbound({ type: 'read', command: 'readBuffer' }, MODEL_2)));
    const { record } = await side.log.next('inbound');
    if (record.type !== 'readModified' && record.type !== 'readBuffer') throw new Error(record.type);
    const texts = record.fields.map(({ bytes }) =>
      decodeText(
        cp037,
        bytes.filter((byte) => byte !== 0),
      ),
    );
    expect(texts.filter((text) => text !== '')).toEqual(['FORM', 'Name:', 'typed', 'Last:', 'END!']);
  });

  it('sends attributes as s3270 understands them', async () => {
    const { side, terminal, connected } = await agree({ tls: 'basic' }, '127.0.0.1', '-model', '3279-2-E');
    const screen = buildScreen(
      {
        ...MODEL_2,
        fields: [
          { row: 1, column: 2, text: 'RED', length: 3, protected: true, color: 'red' },
          { row: 1, column: 7, text: 'PW', length: 2, hidden: true },
          { row: 1, column: 11, length: 2, numeric: true, highlighting: 'underscore' },
        ],
      },
      cp037,
    );
    side.act((session) => session.write(screen));
    await connected;
    // s3270 prints attributes with the two upper bits on.
    const [first = ''] = (await terminal.must('ReadBuffer(Ebcdic)')).data;
    expect(first.split(' ').slice(0, 14)).toEqual([
      'SF(c0=e0,42=f2)', // protected, red
      'd9',
      'c5',
      'c4',
      'SF(c0=f0)', // closes it: protected and numeric
      'SF(c0=cc)', // not shown
      'd7',
      'e6',
      'SF(c0=f0)',
      'SF(c0=d0,41=f4)', // numeric, underscored
      '00',
      '00',
      'SF(c0=f0)',
      '00',
    ]);
  });
});

describe.runIf(requirePeer('s3270'))('TN3270 and the NVT, s3270 against our host', () => {
  it('[TEL-114] takes ATTN as BREAK', async () => {
    const connection = await agree({ tls: 'basic' }, 'N:127.0.0.1');
    await showForm(connection);
    await connection.terminal.must('Attn()');
    await connection.side.log.next('attention');
    expect(connection.side.recording.sentBy('client').endsWith('fff3')).toBe(true);
  });

  it('[DS-229] takes SYSREQ as Test Request', async () => {
    const connection = await agree({ tls: 'basic' }, 'N:127.0.0.1');
    await showForm(connection);
    const { terminal, side } = connection;
    await terminal.must('String("abc")');
    void terminal.run('SysReq()');
    expect((await side.log.next('inbound')).record).toMatchObject({
      type: 'testRequest',
      fields: [{ address: 168, bytes: encodeText(cp037, 'abc') }],
    });
  });

  it('speaks NVT with a terminal that is no 3270, both ways', async () => {
    const { side, terminal, connected } = await agree({ tls: 'basic' }, 'N:127.0.0.1', '-tn', 'xterm');
    expect(side.session.mode).toBe('nvt');
    expect(side.session.terminalType).toBe('XTERM');
    side.act((session) => session.sendText('Hello from the NVT\r\n'));
    await connected;
    await terminal.must('Wait(10,NVTMode)');
    expect((await terminal.text())[0]).toMatch(/^Hello from the NVT +$/);
    await terminal.must('String("typed\\n")');
    let text = '';
    while (!text.includes('\\x0a')) text += (await side.log.next('text')).text;
    expect(text).toBe('typed\\x0d\\x0a');
  });
});
