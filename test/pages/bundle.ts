/** Bundles a page's script with the libraries that it imports, each in the version that is asked for. */
import { resolve } from 'node:path'
import { build } from 'vite'

/** Packages that are installed in a folder; libraries use the page's own versions beside them. */
const from = (folder: string, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, resolve(folder, 'node_modules', name)]))

const FRAMEWORKS = 'test/frameworks'
const EXAMPLES = 'examples'

export const LIBRARIES = {
  'vue 3': { ...from('.', 'vue'), ...from(EXAMPLES, 'vant') },
  'vue 3, vant 3': { ...from('.', 'vue'), vant: resolve(FRAMEWORKS, 'node_modules/vant-3') },
  'vue 2.7': from(FRAMEWORKS, 'vue', 'vant'),
  'vue 3, nutui 4': { ...from('.', 'vue'), ...from(FRAMEWORKS, '@nutui/nutui', '@nutui/icons-vue') },
  'react 18': { ...from('.', 'react', 'react-dom'), ...from(EXAMPLES, 'antd-mobile') },
  'react 19': { ...from(FRAMEWORKS, 'react', 'react-dom'), ...from(EXAMPLES, 'antd-mobile') },
  consoles: from(FRAMEWORKS, 'vconsole', 'eruda'),
} as const

/** @returns the script as an ordinary one, and the styles that it imports */
export async function bundlePage(
  code: string,
  alias: Readonly<Record<string, string>> = {},
): Promise<{ js: string; css: string }> {
  const entry = resolve('test/pages/page-of-test.js')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: process.cwd(),
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        ...Object.entries(alias).map(([find, replacement]) => ({
          find: new RegExp(`^${find}(?=/|$)`),
          replacement,
        })),
        { find: /^upsdk-kit$/, replacement: resolve('dist/index.js') },
        { find: /^upsdk-kit\//, replacement: `${resolve('dist')}/` },
      ],
    },
    plugins: [
      {
        name: 'page-of-test',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      cssCodeSplit: false,
      target: 'es2020',
      lib: { entry, formats: ['iife'], name: 'page' },
    },
  })
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const textOf = (test: RegExp) =>
    outputs
      .filter(({ fileName }) => test.test(fileName))
      .map((one) => (one.type === 'chunk' ? one.code : String(one.source)))
      .join('\n')
  return { js: textOf(/\.js$/), css: textOf(/\.css$/) }
}
