/** The steps of a framework's guide, read out of it: what a person types, and the files that they save. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The starter projects, each with the guide that has its steps, under another heading if it says so, and the folder of its build; of those with a library
 * of components, where it shows a dialog; of those whose buttons are elements of their own, what these are called. Other
 * guides have files for the one with Vue 3. A large toolchain is installed only for who names it; of the others an everyday
 * run takes one of each group.
 */
export const starters = [
  {
    name: 'Vite 8, Vue 3, Vant 4',
    guide: 'vue',
    out: 'dist',
    dialog: '.van-dialog',
    library: 'vant',
    isInOthers: true,
    group: 'Vue 3',
  },
  { name: 'Vue CLI 5 (webpack 5), Vue 2.7', guide: 'vue-2', out: 'dist', group: 'framework' },
  {
    name: 'Vite 5, React 18, antd-mobile 5',
    guide: 'react',
    out: 'dist',
    dialog: '.adm-dialog',
    library: 'antd-mobile',
    group: 'framework',
  },
  {
    name: 'Rsbuild, no framework',
    guide: 'script-tag',
    heading: 'Rsbuild',
    out: 'dist',
    group: 'no framework',
  },
  {
    name: 'script tag',
    guide: 'script-tag',
    out: 'dist',
    isBundled: false,
    group: 'no framework',
  },
  {
    name: 'uni-app 5.24 (Vite 5)',
    guide: 'uni-app',
    out: 'dist/build/h5',
    dialog: 'uni-modal',
    element: 'uni-button',
    isLarge: true,
  },
  {
    name: 'Taro 4.2 (webpack 5)',
    guide: 'taro',
    out: 'dist',
    dialog: '.taro__modal',
    element: 'taro-button-core',
    isLarge: true,
  },
]

/** The texts of the guide's pages: their buttons, and where the dialog of an unconfirmed payment leads. */
export const TEXTS = {
  zh: { pay: '支付', paid: '已支付', order: '订单 1001：待确认' },
  en: { pay: 'Pay', paid: 'Paid', order: 'Order 1001: to be confirmed' },
}

const FOLDERS = { zh: 'docs/zh', en: 'docs' }
/** The heading of the steps in each guide. */
const STEPS = { zh: '从空目录开始', en: 'From an empty folder' }

const read = (file) => readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), 'utf8')

/** The command of docs/zh/going-live.md that finds the tools of developers in a build: it prints nothing where there are none. */
export const FIND_TOOLS = /^node -e .*$/m.exec(read('docs/zh/going-live.md'))[0]

/** A file's path in the project stands in its first line. */
const FILE = /^(?:\/\/|#|<!--) (\.?[\w./-]+?)(?: -->)?\n/

/** The blocks of code in a text, each with its language. */
const blocksOf = (text) =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind, code]) => ({ kind, text: code }))

/** The blocks of code of a starter's steps. */
export function blocksOfSteps({ guide, heading }, language) {
  const file = `${FOLDERS[language]}/${guide}.md`
  const wanted = heading ?? STEPS[language]
  const section = sectionsOf(read(file)).find((one) => one.startsWith(`## ${wanted}\n`))
  if (!section) throw new Error(`${file}: no section “${wanted}”`)
  return blocksOf(section)
}

/** @returns the commands and files in order, then the command that serves the page, and those that build it */
export function readSteps(starter, language) {
  const blocks = blocksOfSteps(starter, language)
  const commands = blocks.filter(({ kind }) => kind === 'sh').map(({ text }) => text.trim())
  const [serve, build] = commands.slice(-2)
  const files = blocks
    .filter(({ kind, text }) => kind !== 'sh' && FILE.test(text))
    .map(({ text }) => [FILE.exec(text)[1], text])
  if (commands.length < 3 || !files.length) throw new Error(`${starter.guide}.md has no steps`)
  return { setUp: commands.slice(0, -2), files: Object.fromEntries(files), serve, build }
}

/** @returns the first block of code of another guide that has these words */
export function codeWith(guide, language, words) {
  const file = language === 'en' ? `docs/${guide}.md` : `docs/zh/${guide}.md`
  const found = blocksOf(read(file)).find(
    ({ kind, text }) => kind === 'ts' && words.every((one) => text.includes(one)),
  )
  if (!found) throw new Error(`${file}: no code with ${words.join(' and ')}`)
  return found.text
}

/** A heading inside a block of code starts no section. */
function sectionsOf(guide) {
  const sections = []
  let isCode = false
  for (const line of guide.split('\n')) {
    if (line.startsWith('```')) isCode = !isCode
    if (!isCode && line.startsWith('## ')) sections.push('')
    if (sections.length) sections.push(`${sections.pop()}${line}\n`)
  }
  return sections
}
