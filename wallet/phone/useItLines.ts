/** Writes the lines with which a page of each build gets the kit in upsdk's place: those of the guides. */
import { GUIDE_SNIPPETS } from './guideSnippets'

export const BUILDS = ['script', 'vite', 'vueCli', 'uniApp', 'taro'] as const
export type Build = (typeof BUILDS)[number]

/**
 * Tells how a page is built from its scripts, by the names that each tool gives to its own files. A page of none of
 * them has script tags.
 *
 * @param scripts the address of each script, or its text
 * @param elements elements of the page that only one tool makes
 */
export function toldBuild(scripts: readonly string[], elements: '' | 'uni'): Build {
  const has = (name: RegExp) => scripts.some((one) => name.test(one))
  if (elements === 'uni' || has(/uni-app|__uniConfig|\/pages-json-js/)) return 'uniApp'
  if (has(/@tarojs|taro\.[\w.]*js|taro~|__taro/i)) return 'taro'
  if (has(/\/@vite\/client|\/src\/main\.[jt]sx?|\/assets\/index-[\w-]{8}\.js/)) return 'vite'
  if (has(/chunk-vendors[.\w-]*\.js|\/js\/app(\.[\da-f]{8})?\.js/)) return 'vueCli'
  return 'script'
}

/** The entry of a project of each build with modules, as the guides have it. */
const ENTRIES: Readonly<Record<Exclude<Build, 'script'>, string>> = {
  vite: 'src/main.ts',
  vueCli: 'src/main.js',
  uniApp: 'src/main.js',
  taro: 'src/app.jsx',
}

/** The guides call the module so. */
const MODULE = 'wallet.ts'

/** Writes the guides' lines, with the options that were tried in the phone. */
export function linesFor(
  build: Build,
  language: keyof typeof GUIDE_SNIPPETS,
  tried: Readonly<Record<string, unknown>> = {},
): string {
  const { tags, module } = GUIDE_SNIPPETS[language]
  if (build === 'script') return withOptions(tags, tried)
  const entry = ENTRIES[build]
  const file = entry.endsWith('.ts') ? MODULE : MODULE.replace('.ts', '.js')
  return [
    withOptions(module, tried).replace(MODULE, entry.replace(/[^/]*$/, file)),
    '',
    `// ${entry}`,
    ...(build === 'uniApp' ? ['// #ifdef H5', IMPORT, '// #endif'] : [IMPORT]),
  ].join('\n')
}

const IMPORT = "import './wallet'"

/** Matches the line of a snippet with the option that each kit in upsdk's place has. */
const FIRST_OPTION = /^( *)translateFail: true,.*\n/m

/** Writes options into a snippet. Its own `translateFail` stays unless it was tried otherwise. */
function withOptions(
  snippet: string,
  { translateFail = true, ...tried }: Readonly<Record<string, unknown>>,
): string {
  return snippet.replace(FIRST_OPTION, (line, indent: string) => {
    const first =
      translateFail === true ? line : `${indent}translateFail: ${JSON.stringify(translateFail)},\n`
    const others = Object.keys(tried).map((name) => `${indent}${name}: ${JSON.stringify(tried[name])},\n`)
    return first + others.join('')
  })
}
