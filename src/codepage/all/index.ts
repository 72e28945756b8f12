export { aliasesOf, codePageByName } from './by-name.js';
export { DOUBLE_BYTE_PAGES, SINGLE_BYTE_PAGES } from './pages.js';
