import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumPath } from './test/support/chromium.js';

/** The same tests in Node and in a browser, and tests of the types. `*.node.test.ts` needs Node: files, sockets, processes. */
/** Coverage and other people's work on two processors make a property of a few hundred runs slow, not wrong. */
const testTimeout = 30_000;

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary'],
    },
    projects: [
      { test: { name: 'node', testTimeout, include: ['test/**/*.test.ts'] } },
      {
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/**/*.test-d.ts'],
            tsconfig: './tsconfig.test.json',
          },
        },
      },
      {
        test: {
          name: 'browser',
          testTimeout,
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/**/*.node.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: {
                executablePath: chromiumPath,
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-quic',
                  '--no-first-run',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                ],
              },
            }),
          },
        },
      },
    ],
  },
});
