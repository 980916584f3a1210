/** Writes the lines with which a page of each build gets the kit in upsdk's place. */

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

/** The entry of a project of each build, into which the first line goes. */
const ENTRIES: Readonly<Record<Exclude<Build, 'script'>, string>> = {
  vite: 'src/main.ts',
  vueCli: 'src/main.js',
  uniApp: 'main.js',
  taro: 'src/app.js',
}

/** Writes the lines, with the options that were tried in the phone. */
export function linesFor(build: Build, tried: Readonly<Record<string, unknown>> = {}): string {
  const options = printed({ translateFail: true, ...tried })
  if (build === 'script')
    return [
      '<script src="https://open.95516.com/s/open/js/upsdk.js" charset="utf-8"></script>',
      '<script src="upsdk-kit.min.js"></script>',
      '<script>',
      `var upsdk = UpsdkKit.createUpsdk(${options})`,
      '</script>',
    ].join('\n')
  const entry = ENTRIES[build]
  const isTypeScript = entry.endsWith('.ts')
  const file = entry.replace(/[^/]*$/, `upsdk.${isTypeScript ? 'ts' : 'js'}`)
  return [
    '# npm install upsdk-kit',
    '',
    `// ${file}`,
    "import { createUpsdk } from 'upsdk-kit'",
    '',
    isTypeScript
      ? `Object.assign(window, { upsdk: createUpsdk(${options}) })`
      : `window.upsdk = createUpsdk(${options})`,
    '',
    `// ${entry}, its first line`,
    ...(build === 'uniApp' || build === 'taro' ? ['// Only for H5: the other targets have no upsdk.'] : []),
    ...inEntry(build),
  ].join('\n')
}

function inEntry(build: Build): string[] {
  const line = "import './upsdk'"
  if (build === 'uniApp') return ['// #ifdef H5', line, '// #endif']
  if (build === 'taro') return ["if (process.env.TARO_ENV === 'h5') require('./upsdk')"]
  return [line]
}

/** Prints options as code: a name needs quotation marks only if it is no word. */
const printed = (options: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(options, null, 2).replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')
