/** Makes llms.txt, for assistants that write a page with the kit, for the package and the site, which has llms-full.txt too. */
import { readFileSync } from 'node:fs'
import { readSnippet } from '../snippets.mjs'
import { allCodes, explainCode } from './codes'
import { type Entry, readEntries } from './exports'
import { allMethods, signatureOf } from './methods'
import { page } from './text'

/** The guides in the order of their list. */
const guides = [
  ...readFileSync('docs/README.md', 'utf8').matchAll(/^\| \[([^\]]+)\]\(([\w-]+)\.md\) \| ([^|]*) \|/gm),
]
  .map(([, title = '', file = '', when = '']) => ({ title, file, when }))
  .filter(({ file }) => file !== 'codes')

const RULES = `- Make one \`upsdk\` for the whole page, in a module of its own, and import it everywhere. Never use the global \`upsdk\`.
- Call methods at any time; do not wrap calls in \`pluginReady\`. Each returns a promise, which rejects with an \`UpsdkError\`.
- The kit shows failures to the user by itself. A page that shows its own message calls \`error.preventDefault()\` first thing in its \`catch\`, or passes \`{ notify: false }\`.
- Branch on \`error.reason\`, which is a closed list, not on texts. Look at \`error.sent\` and \`error.retry\` before sending anything again.
- \`pay\` resolves to nothing: ask your server for the order. After a failure with \`error.sent\` never pay again with a new \`tn\`.
- Interactive methods, payments and \`appletAuth\` have no time limit by default: \`{ timeout: 60000 }\` sets one.
- Outside the wallet calls reject with \`outside-wallet\`. For development use \`upsdk-kit/simulator\`, never in a production build.
- \`secret\`, \`backendToken\`, \`frontToken\`, \`accessToken\` and \`openId\` stay on the server.`

const code = (language: string, name: string): string =>
  `\`\`\`${language}\n${readSnippet('en', name)}\n\`\`\``

const exportLine = ({ name, exports }: Entry): string =>
  `- \`${name}\`: ${exports.map((one) => one.name).join(', ')}`

function short(entries: readonly Entry[], linkOf: (guide: string) => string, ...optional: string[]): string {
  return page(
    '# upsdk-kit',
    '> A TypeScript wrapper around `upsdk`, the JS bridge for mini-programs in UnionPay’s wallet app (云闪付). Every call is sent inside `pluginReady`, and fails with a reason if it cannot be; a call without an answer ends at its time limit, if it has one. If one fails, the user sees a message in their language, and the page gets a typed `UpsdkError`. Beta: not on npm, not tried in a real wallet yet.',
    '## Rules',
    RULES,
    '## A payment',
    code('ts', 'payment.ts'),
    '## An old page, in one line',
    'With script tags, right after the tag of `upsdk.js` and before the scripts of the page:',
    code('html', 'one-line.html'),
    'With a bundler:',
    code('ts', 'one-line.ts'),
    '## Import paths and what they export',
    entries.map(exportLine).join('\n'),
    '## Guides, by what you want to do',
    guides.map(({ title, file, when }) => `- [${title}](${linkOf(file)}): ${when.trim()}`).join('\n'),
    ...optional,
  )
}

const codeLine = (code: string): string => {
  const { reason, retry, presentation, description = '', message, hint } = explainCode(code)
  return `- ${code}: ${reason}, retry ${retry}, ${presentation}. ${description} ${hint} Shown: ${message}`.replace(
    /\s+/g,
    ' ',
  )
}

function declarations({ name, exports }: Entry): string {
  const lines = exports.map(({ doc, declaration }) => page(doc && `/** ${doc} */`, declaration).trimEnd())
  return page(`### ${name}`, `\`\`\`text\n${lines.join('\n\n')}\n\`\`\``)
}

/** Removes exports of the core that the main entry also has. */
function withoutRepeats(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>()
  return entries.map(({ name, exports }) => {
    const own = exports.filter(({ declaration }) => !seen.has(declaration))
    for (const { declaration } of own) seen.add(declaration)
    return { name, exports: own }
  })
}

const allGuides = (): string[] =>
  guides.map(({ file }) => readFileSync(`docs/${file}.md`, 'utf8').replace(/^\[简体中文\].*\n+/m, ''))

/** Makes the file for the package, where the guides are beside it, and declarations in the types. */
export const packageLlms = (): string => short(readEntries(), (guide) => `${guide}.md`)

/** Makes the files for the site. llms-full.txt contains the guides, every declaration, method and code. */
export function siteLlms(): Record<'llms.txt' | 'llms-full.txt', string> {
  const entries = readEntries()
  const brief = short(
    entries,
    (guide) => `en/${guide}`,
    '## Optional',
    '- [llms-full.txt](llms-full.txt): every declaration, method and code',
  )
  const full = page(
    brief.replace(/\n## Guides[\s\S]*$/, ''),
    ...allGuides(),
    '# Declarations',
    ...withoutRepeats(entries).map(declarations),
    '# Methods',
    allMethods.map(signatureOf).join('\n'),
    '# Codes',
    allCodes.map(codeLine).join('\n'),
  )
  return { 'llms.txt': brief, 'llms-full.txt': full }
}
