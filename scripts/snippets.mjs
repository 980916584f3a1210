/**
 * Writes the files of `examples/snippets` into the guides. A line `<!-- snippet payment.ts -->` says which file the
 * block after it quotes. test/browser/payers.ts runs those that pay.
 */
import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = 'examples/snippets'
const QUOTED = /(<!-- snippet ([\w.-]+) -->\n+```(\w+)\n)[\s\S]*?(\n```\n)/g

/** The files that quote snippets, by the language of the snippets' comments. */
const FOLDERS = { en: ['', 'docs/', 'docs/skill/'], zh: ['docs/zh/'] }

/** @param {'en' | 'zh'} language */
export const readSnippet = (language, name) => readFileSync(`${FOLDER}/${language}/${name}`, 'utf8').trimEnd()

const languageOf = (file) => (file.startsWith('docs/zh/') || file === 'README.zh-CN.md' ? 'zh' : 'en')

export const quotingFiles = () =>
  [...FOLDERS.en, ...FOLDERS.zh].flatMap((folder) =>
    readdirSync(folder || '.')
      .filter((name) => name.endsWith('.md'))
      .map((name) => folder + name),
  )

/** Makes the guides with their snippets. */
export function guidesWithSnippets() {
  const made = {}
  for (const file of quotingFiles()) {
    const text = readFileSync(file, 'utf8')
    const next = text.replace(
      QUOTED,
      (_whole, before, name, _kind, after) => before + readSnippet(languageOf(file), name) + after,
    )
    if (next !== text || text.includes('<!-- snippet ')) made[file] = next
  }
  return made
}

/** Writes a text as a template literal. */
const literal = (text) => `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``

/** Makes the phone's copy of the snippets that a page gets with “use it in my page”. */
export function phoneSnippets() {
  const inLanguage = (language) => `  ${language}: {
    tags: ${literal(readSnippet(language, 'one-line.html'))},
    module: ${literal(readSnippet(language, 'one-line.ts'))},
  },`
  return {
    'wallet/phone/guideSnippets.ts': `// Written by \`npm run generate\` from ${FOLDER}.

/** The lines of the guides with which a page gets the kit in upsdk's place: as script tags, and as a module. */
export const GUIDE_SNIPPETS = {
${inLanguage('zh')}
${inLanguage('en')}
} as const
`,
  }
}
