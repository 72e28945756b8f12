import { afterEach, describe, expect, it } from 'vitest';
import { buildWriteStructuredField } from '../../src/datastream/index.js';
import type { HostOptions } from '../../src/index.js';
import { requirePeer } from '../support/peers.js';
import { hercules } from './support/hercules.js';
import { endAll } from './support/processes.js';
import { agree } from './support/s3270-connection.js';
import { formScreen, MODEL_2, screenRecord } from './support/screens.js';
import { TestTerminal } from './support/terminal.js';
import { decode } from './support/tshark.js';

afterEach(endAll);

const SESSIONS: readonly (readonly [string, HostOptions, string])[] = [
  ['basic TN3270E', { tls: 'basic', functions: [] }, '127.0.0.1'],
  ['TN3270E with BIND-IMAGE, RESPONSES, SYSREQ', { tls: 'basic', functions: [0, 2, 4] }, '127.0.0.1'],
  ['TN3270E inside negotiated TLS', { tls: 'negtSecure', functions: [0, 2, 4] }, 'Y:127.0.0.1'],
  ['TN3270E inside implicit TLS, with an LU name', { tls: 'implicit' }, 'L:Y:LUA00001@127.0.0.1'],
];

describe.runIf(requirePeer('tshark', 's3270'))(
  'tshark reads what s3270 and our host say to each other',
  () => {
    it.each(SESSIONS)('%s', async (_name, options, host) => {
      const size = { rows: 27, columns: 132 };
      const { side, terminal, connected } = await agree(options, host, '-model', '3279-5-E');
      side.act((session) => session.write(screenRecord(formScreen(size, 'TSHARK')), { response: 'always' }));
      await connected;
      for (const action of ['Enter()', 'PF(3)', 'PA(1)', 'Clear()', 'PF(24)']) {
        await terminal.must('Wait(10,InputField)');
        if (action !== 'Clear()') await terminal.must('String("abc")');
        const answer = terminal.must(action);
        await side.log.next('inbound');
        side.act((session) =>
          session.write(screenRecord(formScreen(MODEL_2, action)), { response: 'always' }),
        );
        await answer;
      }
      if (side.session.functions.includes(2)) {
        await side.log.next('response', ({ sequenceNumber }) => sequenceNumber === 5);
      }
      const packets = decode(side.recording);
      expect(packets.filter(({ malformed }) => malformed)).toEqual([]);
      const aids = packets.map(({ aids }) => aids).filter((aid) => aid !== '');
      expect(aids).toEqual(['0x7d', '0xf3', '0x6c', '0x6d', '0x4c']);
      const commands = packets
        .filter(({ sender }) => sender === 'host')
        .flatMap(({ commands }) => commands.split(','));
      expect(commands.filter((command) => command !== '')).toEqual([
        '0x7e',
        '0xf5',
        '0xf5',
        '0xf5',
        '0xf5',
        '0xf5',
      ]);
    });

    it('a query and its replies', async () => {
      const { side } = await agree({ tls: 'basic' }, '127.0.0.1', '-model', '3279-2-E');
      side.act((session) => session.write(buildWriteStructuredField([{ type: 'query' }], MODEL_2)));
      await side.log.next('inbound');
      const packets = decode(side.recording);
      // s3270's own Implicit Partition reply is marked by mistake; what our host sends is not.
      expect(packets.filter(({ malformed, sender }) => malformed && sender === 'host')).toEqual([]);
      expect(packets.some(({ aids }) => aids === '0x88')).toBe(true);
    });
  },
);

describe.runIf(requirePeer('tshark', 'hercules'))(
  'tshark reads what our terminal and Hercules say to each other',
  () => {
    it('without a malformed packet', async () => {
      const { port } = await hercules();
      const terminal = await TestTerminal.connect(port, { tls: 'negotiated', model: '3279-4-E' });
      await terminal.showing('MAINFRAME');
      terminal.act((session) => session.press('enter'));
      const packets = decode(terminal.recording);
      expect(packets.filter(({ malformed }) => malformed)).toEqual([]);
      expect(packets.filter(({ sender }) => sender === 'client').length).toBeGreaterThan(3);
    });
  },
);
