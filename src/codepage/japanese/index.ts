// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
export { cp930, cp939, cp1390, cp1399 } from './pages.js';
