import parser from '@typescript-eslint/parser'
import compat from 'eslint-plugin-compat'

/** Only what Biome cannot see: APIs that the oldest WebViews lack (`npm run lint:compat`). */
export default [
  {
    files: ['src/**/*.ts'],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { compat },
    rules: { 'compat/compat': 'error' },
    settings: { browsers: ['chrome 55', 'ios_saf 10.3'] },
  },
]
