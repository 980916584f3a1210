import parser from '@typescript-eslint/parser'
import compat from 'eslint-plugin-compat'
import { domMembers } from './scripts/dom-members.mjs'

/** Only what Biome cannot see: APIs that the oldest WebViews lack (`npm run lint:compat`). */
export default [
  {
    files: ['src/**/*.ts'],
    // Of the developer's computer and browser, and in no page that is published.
    ignores: ['src/vite.ts', 'src/adapters/vite/**'],
    languageOptions: {
      parser,
      parserOptions: { project: 'tsconfig.es2017.json', tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { compat, kit: { rules: { 'dom-members': domMembers } } },
    settings: { browsers: ['chrome 55', 'ios_saf 10.3'] },
    rules: {
      'compat/compat': 'error',
      // It sees only some uses of this one.
      'no-restricted-globals': ['error', 'globalThis'],
      'kit/dom-members': ['error', { webview_android: 55, safari_ios: 10.3 }],
    },
  },
]
