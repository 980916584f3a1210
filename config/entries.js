/**
 * Every import path of the package, by the name of its file in `dist`, which is that of its source too. A row is all that
 * an entry needs: the build, the `exports` and `files` of package.json (`npm run generate`), the API reports and the
 * sizes follow from it.
 *
 * - `house`: the folder with its source, `src` by default; `source`: its file, where it is a folder.
 * - `scriptTag`: it has a file for a script tag.
 * - `development`: it differs in development, as it uses `src/lib/development.ts`; a name: that of its file for a script tag there.
 * - `budgets`: what is measured of it, and the most bytes that it may be, minified and gzipped: an export, `*` for all, a
 *   file, or, with a blank in its name, a page (`scripts/sizes.mjs`). A budget is a limit, no goal: it has some 3 % of air
 *   above what is there, so that a name or a file is no question of bytes. A change that adds more than 50 B says what for.
 */
const table = {
  index: { scriptTag: true, development: 'upsdk-kit.js', budgets: { 'upsdk-kit.min.js': 27700 } },
  core: {
    development: true,
    budgets: { createUpsdk: 17600, 'core with zh-Hans, backendFailures, vantPresenter': 20400 },
  },
  'open-in-app': {
    source: 'src/openInApp/index.ts',
    scriptTag: true,
    development: true,
    budgets: { openInApp: 3500, openInWallet: 8900, walletLink: 920, oauthLink: 870 },
  },
  'server-codes': { scriptTag: true, budgets: { serverCodes: 4720 } },
  helpers: {
    source: 'src/helpers/index.ts',
    scriptTag: true,
    development: true,
    budgets: { readChunks: 1430, nfcAdapter: 1180 },
  },
  fallbacks: { scriptTag: true, budgets: { '*': 12900 } },
  qr: { scriptTag: true, budgets: { drawQr: 4400 } },
  inspector: {
    source: 'src/inspector/index.ts',
    scriptTag: true,
    development: true,
    budgets: { consoleInspector: 14150 },
  },
  simulator: { source: 'wallet/simulator/index.ts', scriptTag: true, budgets: { installSimulator: 13250 } },
  recorder: { source: 'wallet/recorder.ts', scriptTag: true, budgets: { record: 4560 } },
  presenters: {
    scriptTag: true,
    budgets: { vantPresenter: 600, antdMobilePresenter: 600, uniPresenter: 600, walletPresenter: 270 },
  },
  vue: { budgets: { '*': 850 } },
  react: { budgets: { '*': 850 } },
  // Only for its effect, in development.
  dev: { house: 'wallet', development: 'upsdk-kit.dev.js' },
  vite: { house: 'wallet' },
  playwright: { house: 'wallet' },
  'locales/zh-hans': { scriptTag: true, budgets: { zhHans: 1440 } },
  'locales/zh-hant': { scriptTag: true, budgets: { zhHant: 1490 } },
  'locales/en': { scriptTag: true, budgets: { en: 1250 } },
  'locales/ja': { scriptTag: true, budgets: { ja: 2000 } },
  'locales/ko': { scriptTag: true, budgets: { ko: 1950 } },
}

const rows = Object.entries(table)

/** The file for a script tag, after the last word of the path. */
const globalOf = (name) =>
  name === 'index' ? 'upsdk-kit.min.js' : `upsdk-kit.${name.split('/').pop()}.min.js`

/**
 * The entries, with what the build needs.
 *
 * @type {Record<string, { source: string, global?: string, development?: boolean, developmentGlobal?: string }>}
 */
export const entries = Object.fromEntries(
  rows.map(([name, { house = 'src', source = `${house}/${name}.ts`, scriptTag, development }]) => [
    name,
    {
      source,
      ...(scriptTag && { global: globalOf(name) }),
      ...(development && { development: true }),
      ...(typeof development === 'string' && { developmentGlobal: development }),
    },
  ]),
)

/** The name of a measured part: `core#createUpsdk` for an export, and that of a file or page as it is. */
const partOf = (name, part) => (/[. ]/.test(part) ? part : `${name}#${part}`)

/**
 * The most that each measured part may be, in bytes: `core#createUpsdk` is that export of `core`.
 *
 * @type {Record<string, number>}
 */
export const budgets = Object.fromEntries(
  rows.flatMap(([name, { budgets = {} }]) =>
    Object.entries(budgets).map(([part, bytes]) => [partOf(name, part), bytes]),
  ),
)

/**
 * The row that has a part's budget: `core` for `core#createUpsdk`.
 *
 * @type {Record<string, string>}
 */
export const budgetRows = Object.fromEntries(
  rows.flatMap(([name, { budgets = {} }]) => Object.keys(budgets).map((part) => [partOf(name, part), name])),
)

/**
 * The folder of the CommonJS files, whose package.json says what they are: Create React App, and what was made after it, takes
 * any `.cjs` for a file to copy, and its import for an address.
 */
export const COMMON_JS = 'dist/cjs'

/** The conditions of one entry in the `exports` of package.json. */
function conditionsOf(name, { development }) {
  const way = (folder, production) => ({
    types: `./${folder}/${name}.d.ts`,
    ...(development && { development: `./${folder}/dev/${name}.js` }),
    default: `./${folder}/${name}.${production}`,
  })
  // Whoever reads no conditions gets a switch, since CommonJS can have one.
  return { import: way('dist', 'js'), require: way(COMMON_JS, development ? 'env.js' : 'js') }
}

/** The files that pages copy, compare and run, each exported under its own path, so that copy steps and `?url` find it. */
const copied = [
  ...Object.values(entries).flatMap(({ global, developmentGlobal }) => [global, developmentGlobal]),
  'integrity.json',
  'wallet.mjs',
].flatMap((file) => (file ? [`./dist/${file}`] : []))

const FOLDER = /^(locales\/)?[\w*-]+\/package\.json$/

/** A package.json with what follows from the entries; everything else stays. `main` is for tools that read no `exports`. */
export function withEntries(packageJson) {
  const folders = rows.map(([name]) => `${name.replace(/^locales\/.*/, 'locales/*')}/package.json`).slice(1)
  const { files } = packageJson
  const first = files.findIndex((file) => FOLDER.test(file))
  const others = files.filter((file) => !FOLDER.test(file))
  const ways = Object.fromEntries(
    rows.map(([name, row]) => [name === 'index' ? '.' : `./${name}`, conditionsOf(name, row)]),
  )
  return {
    ...packageJson,
    main: ways['.'].require.default,
    exports: {
      ...ways,
      ...Object.fromEntries(copied.map((file) => [file, file])),
      './package.json': './package.json',
    },
    files: [...others.slice(0, first), ...new Set(folders), ...others.slice(first)],
  }
}
