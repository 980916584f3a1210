/**
 * Writes the files of `examples/snippets` into the guides. A line `<!-- snippet payment.ts -->` says which file the
 * block after it quotes. test/browser/snippets.test.ts runs those that pay.
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
