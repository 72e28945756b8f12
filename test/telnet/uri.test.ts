import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTn3270Uri, TELNET_PORTS } from '../../src/telnet/index.js';

describe('tn3270 URIs', () => {
  it.each([
    ['tn3270://mainframe.example', 'mainframe.example', 23, undefined],
    ['tn3270://mainframe.example/', 'mainframe.example', 23, undefined],
    ['tn3270://mainframe.example:/', 'mainframe.example', 23, undefined],
    ['tn3270://mainframe.example:2323', 'mainframe.example', 2323, undefined],
    ['tn3270://me@mainframe.example:1/', 'mainframe.example', 1, 'me'],
    ['tn3270://me:p%40ss@192.0.2.1:65535/', '192.0.2.1', 65535, 'me:p@ss'],
    ['tn3270://@h/', 'h', 23, ''],
    ['TN3270://[2001:db8::1]:23/', '2001:db8::1', 23, undefined],
    ['tn3270://me@[::1]', '::1', 23, 'me'],
  ])('[TEL-120] %s: the port is 23 unless it names another', (uri, host, port, userinfo) => {
    expect(parseTn3270Uri(uri)).toEqual({ host, port, userinfo, implicitTls: false });
  });

  it('[TEL-121] port 992 means TLS from the first byte, and no other does', () => {
    expect(TELNET_PORTS).toEqual({ telnet: 23, telnets: 992 });
    expect(parseTn3270Uri('tn3270://h:992/')).toMatchObject({ port: 992, implicitTls: true });
    for (const port of [0, 23, 991, 993, 9920]) {
      expect(parseTn3270Uri(`tn3270://h:${port}/`).implicitTls).toBe(false);
    }
  });

  it.each([
    '',
    'mainframe.example',
    'telnet://mainframe.example/',
    'tn3270:mainframe.example',
    'tn3270://',
    'tn3270:///',
    'tn3270://h:port/',
    'tn3270://h:65536/',
    'tn3270://h:123456/',
    'tn3270://h/path',
    'tn3270://h?query',
    'tn3270://h#fragment',
    'tn3270://a@b@c/',
    'tn3270://2001:db8::1/',
    'tn3270://[::1/',
    'tn3270://[::1]x/',
    'tn3270://a/b@h/',
    'tn3270://%zz/',
    'tn3270://%ff@h/',
    ' tn3270://h/',
  ])('[TEL-120] %j is none', (uri) => {
    expect(() => parseTn3270Uri(uri)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });

  it('[TEL-120] what is written in its form is read back', () => {
    const word = fc.string({ minLength: 1, unit: 'binary' });
    fc.assert(
      fc.property(word, word, fc.nat(65535), (userinfo, host, port) => {
        const uri = `tn3270://${encodeURIComponent(userinfo)}@${encodeURIComponent(host)}:${port}/`;
        expect(parseTn3270Uri(uri)).toMatchObject({ userinfo, host, port });
      }),
    );
  });
});
