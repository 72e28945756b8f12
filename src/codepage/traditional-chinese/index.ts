// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
export { cp937, cp1371 } from './pages.js';
