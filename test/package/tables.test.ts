// @vitest-environment node
/** A code, a reason and a language are added through their tables alone: no other file of `src` needs an edit. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runnerImport } from 'vite'
import { afterAll, describe, expect, it } from 'vitest'
import { BUILT_IN } from '../../src/texts/ownText'
import { LANGUAGES } from '../support/languages'
import { typeProblems } from '../support/typeProblems'

/** Lines that are put into a file, each before the first line that begins with the other text. */
type Edits = Readonly<Record<string, readonly (readonly [before: string, line: string])[]>>

const textsOf = (lang: string) => `src/texts/${lang}.ts`

/** The edits for a reason, as CONTRIBUTING says: its name, its row, its hint in two languages, and its text in each. */
const reason: Edits = {
  'src/types/failure.ts': [["  | 'busy'", "  | 'closed-today'"]],
  'src/failure/reasons.ts': [['  busy: row(', "  'closed-today': row('later', 'dialog'),"]],
  'src/failure/hints.ts': [["  busy: 'The same", "  'closed-today': 'The service has its hours.',"]],
  'src/inspector/hints.ts': [["  busy: '", "  'closed-today': '服务有时间限制。',"]],
  'src/inspector/panel/labels.ts': [
    ["      busy: 'busy", "      'closed-today': 'out of hours',"],
    ["      busy: '正", "      'closed-today': '服务时间外',"],
  ],
  ...Object.fromEntries(
    LANGUAGES.map((lang) => {
      // The messages of a language with an import stand on their own.
      const isBuiltIn = BUILT_IN.some((one) => one === lang)
      return [textsOf(lang), [[isBuiltIn ? '    busy: ' : '  busy: ', "'closed-today': 'Closed today.',"]]]
    }),
  ),
}

/** The edits for a code: its row, and its hint in two languages. */
const code: Edits = {
  'src/failure/codes.ts': [['    94: frontend', "    X77: frontend('closed-today', { retry: 'never' }),"]],
  'src/failure/hints.ts': [['  94: ', "  X77: 'Ask for longer hours.',"]],
  'src/inspector/hints.ts': [['  94: ', "  X77: '申请延长服务时间。',"]],
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A copy of the sources with these edits. */
function copyWith(...all: Edits[]): string {
  const copy = mkdtempSync(join(tmpdir(), 'upsdk-kit-tables-'))
  folders.push(copy)
  for (const name of ['src', 'config', 'package.json', 'tsconfig.json'])
    cpSync(name, join(copy, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction')
  for (const edits of all)
    for (const file of Object.keys(edits))
      for (const [before, line] of edits[file] || []) {
        const lines = readFileSync(join(copy, file), 'utf8').split('\n')
        const index = lines.findIndex((one) => one.startsWith(before))
        if (index < 0) throw new Error(`${file} has no line that begins with “${before}”`)
        lines.splice(index, 0, line)
        writeFileSync(join(copy, file), lines.join('\n'))
      }
  return copy
}

/** Adds Thai to a copy: a file in `texts` and in `locales`, and a row in `config/entries.js`. */
function addThai(copy: string): void {
  const change = (file: string, edit: (text: string) => string, to = file) =>
    writeFileSync(join(copy, to), edit(readFileSync(join(copy, file), 'utf8')))
  change(
    'src/texts/ko.ts',
    (text) => text.replace('Korean', 'Thai').replace(/\bko\b/g, 'th'),
    'src/texts/th.ts',
  )
  change('src/locales/ko.ts', (text) => text.replace(/\bko\b/g, 'th'), 'src/locales/th.ts')
  change('config/entries.js', (text) =>
    text.replace(
      /^( {2}'locales\/)ko(': .*)\bko\b(.*)$/m,
      (row, ...parts) => `${row}\n${parts.slice(0, 3).join('th')}`,
    ),
  )
}

/** The files of a copy that do not compile. */
function broken(copy: string): string[] {
  const config = JSON.parse(readFileSync(join(copy, 'tsconfig.json'), 'utf8'))
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify({ ...config, include: ['src'] }))
  return [...new Set(typeProblems(copy).map(({ file }) => file || '?'))].sort()
}

const loadFrom = async (copy: string, file: string) =>
  (await runnerImport(join(copy, file), { root: copy, logLevel: 'error' })).module as unknown as {
    createUpsdk: typeof import('../../src/index').createUpsdk
    hintInChinese: typeof import('../../src/inspector').hintInChinese
    th: import('../../src/index').LocaleMessages
  }

describe('a new code, a new reason and a new language', () => {
  it('work after the edits of their tables alone', async () => {
    const copy = copyWith(reason, code)
    addThai(copy)
    expect(broken(copy)).toEqual([])
    const { createUpsdk } = await loadFrom(copy, 'src/index.ts')
    const { hintInChinese } = await loadFrom(copy, 'src/inspector/index.ts')
    const { th } = await loadFrom(copy, 'src/locales/th.ts')
    const kit = createUpsdk({ locale: 'th-TH', locales: [th] })
    expect(kit.locale).toBe('th')
    const explained = kit.explain('x77')
    expect(explained).toMatchObject({
      code: 'X77',
      reason: 'closed-today',
      source: 'frontend',
      retry: 'never',
      presentation: 'dialog',
      message: 'Closed today.',
      hint: 'Ask for longer hours.',
    })
    expect(hintInChinese(explained.hint)).toBe('申请延长服务时间。')
    kit.destroy()
    const { withEntries, entries } = await import(
      /* @vite-ignore */ pathToFileURL(join(copy, 'config/entries.js')).href
    )
    expect(entries['locales/th']).toMatchObject({ global: 'upsdk-kit.th.min.js' })
    expect(
      withEntries(JSON.parse(readFileSync('package.json', 'utf8'))).exports['./locales/th'],
    ).toBeDefined()
  })

  it('do not compile until each of their words is there', () => {
    const { 'src/types/failure.ts': name = [] } = reason
    const { 'src/failure/codes.ts': row = [], 'src/failure/hints.ts': hint = [] } = code
    const copy = copyWith({
      'src/types/failure.ts': name,
      'src/failure/codes.ts': row,
      'src/failure/hints.ts': hint,
    })
    expect(broken(copy)).toEqual(
      [
        'src/failure/hints.ts',
        'src/failure/reasons.ts',
        'src/inspector/hints.ts',
        'src/inspector/panel/labels.ts',
        ...LANGUAGES.map(textsOf),
      ].sort(),
    )
  })
})
