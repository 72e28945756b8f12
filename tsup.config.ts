import { defineConfig } from 'tsup';
import { entries } from './test/tools/entries.js';

export default defineConfig({
  entry: entries(),
  format: ['esm', 'cjs'],
  // tsup sets `baseUrl` itself, which TypeScript 6 calls deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  splitting: true, // one copy of each class, in CommonJS too
  sourcemap: true,
  clean: true,
  target: 'es2022',
  platform: 'neutral',
});
