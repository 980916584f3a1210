/** Bundles a page's script with the libraries that it imports, each in the version that is asked for. */
import { resolve } from 'node:path'
import { build } from 'vite'

/** Where packages stand that the repository has in two versions. */
const nested = (fixture: string, name: string) => resolve(`test/frameworks/${fixture}/node_modules/${name}`)

export const VERSIONS = {
  'vue 3': {},
  'vue 2.7': { vue: nested('vue-2', 'vue'), vant: nested('vue-2', 'vant') },
  'react 18': {},
  'react 19': {
    'react-dom': nested('react-19', 'react-dom'),
    react: nested('react-19', 'react'),
  },
} as const

/** @returns the script as an ordinary one, and the styles that it imports */
export async function bundlePage(
  code: string,
  alias: Readonly<Record<string, string>> = {},
): Promise<{ js: string; css: string }> {
  const entry = resolve('test/browser/page-of-test.js')
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
