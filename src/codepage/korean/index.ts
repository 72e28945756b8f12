// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
export { cp933, cp1364 } from './pages.js';
