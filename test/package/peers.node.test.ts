import { afterEach, describe, expect, it, vi } from 'vitest';
import { findPeer, requirePeer } from '../support/peers.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('requirePeer', () => {
  it('says that the peers are there, and prints nothing', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    vi.stubEnv('PATH', `/nowhere:${process.execPath.replace(/\/[^/]*$/, '')}`);
    expect(findPeer('node' as never)).toBe(process.execPath);
    expect(requirePeer('node' as never)).toBe(true);
    expect(warn).not.toHaveBeenCalled();
  });

  it('names the package of each peer that is missing', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    vi.stubEnv('PATH', '/nowhere');
    vi.stubEnv('CI', '');
    expect(requirePeer('kermit', 's3270')).toBe(false);
    expect(warn.mock.calls).toEqual([
      ['kermit is not installed: apt-get install ckermit'],
      ['s3270 is not installed: apt-get install s3270'],
    ]);
  });

  it('throws instead where CI=true', () => {
    vi.stubEnv('PATH', '/nowhere');
    vi.stubEnv('CI', 'true');
    expect(() => requirePeer('uconv')).toThrow('uconv is not installed: apt-get install icu-devtools');
  });
});
