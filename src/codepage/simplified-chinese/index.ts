// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
export { cp935, cp1388 } from './pages.js';
