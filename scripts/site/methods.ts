/** Makes a page for each method, and the list of methods. */

import { readFileSync } from 'node:fs'
import { methodCodes } from '../../src/failure/codes'
import { webFallbacks } from '../../src/fallbacks'
import { explain } from '../../src/index'
import { hintInChinese } from '../../src/inspector/hints'
import { type MethodRow, methodRows } from '../methods.mjs'
import { readSnippet } from '../snippets.mjs'
import { alsoTyped, topics } from './commandLine'
import { FALLBACKS_IN_CHINESE, METHODS_IN_CHINESE } from './methodsInChinese'
import { METHOD_WORDS as T } from './methodWords'
import { ALONE, cell, frontMatter, page, plain, siblings, table, withReferences } from './text'
import { readFallbacks, readMethods, type TypedMethod } from './types'
import { baseOf, DOMAINS, type Language, NO_CALLS, TRAITS } from './words'

/** The rows of methods.tsv, by method, without those that upsdk does not have. */
const rows = new Map<string, MethodRow>(
  methodRows.filter((row) => row.present_in).map((row) => [row.method, row]),
)
const typed = readMethods()
const fallbackDocs = readFallbacks()

export const allMethods: readonly string[] = [...new Set([...rows.keys(), ...typed.keys()])].sort(
  (left, right) => left.localeCompare(right, 'en'),
)

export const methodLink = (method: string, language: Language): string =>
  `${baseOf(language)}methods/${method}`

const domainOf = (method: string): string => typed.get(method)?.domain ?? 'sdk'
const inDomain = (domain: string): string[] => allMethods.filter((name) => domainOf(name) === domain)
const trait = (name: string, language: Language): string => TRAITS[name]?.[language] ?? plain(name)
/** Splits what a method does from what comes of it: its first paragraph, and in Chinese the sentences before the first code. */
function purposeOf(name: string, language: Language): [purpose: string, rest: string] {
  const does = language === 'zh' ? METHODS_IN_CHINESE[name]?.does : undefined
  const parts = does ? does.split(/(?<=。)/) : (typed.get(name)?.doc ?? '').split(/(?<=\n)\n+/)
  const at = does ? parts.findIndex((part, at) => at && part.includes('`')) : 1
  const [purpose, rest] = at < 0 ? [parts, []] : [parts.slice(0, at), parts.slice(at)]
  const write = (some: readonly string[]) => (does ? some.join('') : paragraphs(some.join('\n')))
  return [write(purpose), write(rest)]
}
/** Formats the paragraphs of a docstring, which is in English. */
const paragraphs = (doc: string): string =>
  doc
    .split(/\n\n+/)
    .map((part) => withReferences(plain(part.replace(/\n/g, ' ')), 'en'))
    .join('\n\n')

function parameterPart(name: string, method: TypedMethod, language: Language): string {
  const t = T[language]
  if (method.isUndocumented && !method.parameters.length) return t.undocumented
  if (!method.parameters.length) return t.noParams
  const inChinese = language === 'zh' ? METHODS_IN_CHINESE[name]?.params : undefined
  const line = ({ name, type, optional, doc }: TypedMethod['parameters'][number]) => [
    // Two columns fit on a phone.
    [`\`${name}\``, !optional && t.needed].filter(Boolean).join('<br>'),
    [
      type && `\`${type.replace(/\|/g, '\\|')}\``,
      language === 'zh' ? inChinese?.[name] : withReferences(cell(doc), language),
    ]
      .filter(Boolean)
      .join('<br>'),
  ]
  return table([t.name, t.about], method.parameters.map(line))
}

function traitPart(name: string, row: MethodRow, language: Language): string {
  const t = T[language]
  const rows = [
    [t.kind, trait(row.kind, language)],
    [t.limit, trait(row.deadline, language)],
    [t.settles, trait(row.settles, language)],
    [t.gives, trait(row.gives, language)],
    [t.quiet, row.quiet === 'quiet' ? t.isQuiet : t.isShown],
    row.platform && [t.onlyOn, row.platform],
    row.event && [
      t.event,
      row.event
        .split(' ')
        .map((event) => `\`${event}\``)
        .join(' '),
    ],
    row.stopped_by && [t.stoppedBy, `[\`${row.stopped_by}\`](./${row.stopped_by})`],
  ].filter((one): one is string[] => Array.isArray(one))
  const [head = [], ...others] = rows
  return table([t.traits, name], [head, ...others])
}

function codePart(name: string, language: Language): string {
  const t = T[language]
  const tables = methodCodes.ownCodes().filter(([methods]) => methods.test(name))
  const codes = [...new Set(tables.flatMap(([, meanings]) => Object.keys(meanings)))].sort()
  if (!codes.length) return t.noCodes
  const line = (code: string) => {
    const locale = language === 'zh' ? 'zh-Hans' : 'en'
    const { hint, reason, message, presentation } = explain({ code }, { locale, method: name })
    const check = cell(language === 'zh' ? hintInChinese(hint) : hint)
    const sees = presentation === 'none' ? '' : `<br>${t.sees(cell(message))}`
    // Two columns fit on a phone.
    return [`\`${code}\`<br>\`${reason}\``, check + sees]
  }
  return table([t.code, t.check], codes.map(line))
}

/** Finds the sentences of the docs that name a platform. */
function platformPart(name: string, language: Language): string {
  const t = T[language]
  const method = typed.get(name)
  const docs =
    language === 'zh'
      ? (METHODS_IN_CHINESE[name]?.does ?? '')
      : [method?.doc ?? '', ...(method?.parameters ?? []).map(({ doc }) => doc)].join('\n\n')
  const named = docs
    .split(/(?<=[.)])\s+|\n\n|(?<=。)/)
    .filter((sentence) => /iOS|Android|HarmonyOS/.test(sentence))
    .map((sentence) => `- ${withReferences(plain(sentence.replace(/\n/g, ' ')), language)}`)
  const general = rows.get(name)?.gives === 'object' ? [`- ${t.androidText}`] : []
  return [...general, ...named].join('\n') || t.gap
}

function outsidePart(name: string, language: Language): string {
  const t = T[language]
  const doc = fallbackDocs.get(name)
  if (doc === undefined) return t.noFallback
  const byName = !Object.keys(webFallbacks).includes(name)
  return page(t.hasFallback(name, byName), language === 'zh' ? FALLBACKS_IN_CHINESE[name] : paragraphs(doc))
}

/** Makes sample parameters that compile, as JSON. */
function sampleOf(method: TypedMethod): string {
  const needed = method.parameters.filter(({ isNeeded, type }) => isNeeded && type && !/=>/.test(type))
  return needed.length
    ? JSON.stringify(Object.fromEntries(needed.map(({ name, sample }) => [name, sample])), null, 2)
    : ''
}

/** Changes each of the parts of a text, which it must have. */
function replaceAll(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((before, [part, next]) => {
    if (!before.includes(part)) throw new Error(`No ${part} to replace`)
    return before.replace(part, next)
  }, text)
}

/** Puts each comment above its line: both in one are too wide beside the list of guides. */
const withCommentsAbove = (code: string): string => code.replace(/^( *)(\S.*?) (\/\/ .*)$/gm, '$1$3\n$1$2')

/** Finds README's code of a method that money or a login depends on: it handles failures, too. */
function readmeLines(name: string, language: Language): string | undefined {
  if (name === 'appletAuth') {
    const readme = readFileSync(language === 'zh' ? 'README.zh-CN.md' : 'README.md', 'utf8')
    const lines = /```ts\n([\s\S]*?)\n```/.exec(readme)?.[1]
    return lines && withCommentsAbove(lines)
  }
  if (rows.get(name)?.kind !== 'payment') return undefined
  const payment = withCommentsAbove(readSnippet(language, 'payment.ts'))
  if (name === 'pay') return payment
  return replaceAll(payment, [
    [T[language].sameTn, ''],
    ['; tn: string', ''],
    ['upsdk.pay({ tn: order.tn }', `upsdk.${name}(undefined`],
  ])
}

/** Writes a call as in a page. */
export function linesOf(name: string, language: Language): string {
  const complete = readmeLines(name, language)
  if (complete) return complete
  const method = typed.get(name)
  const sample = method ? sampleOf(method) : ''
  const params = sample
    .replace(/^(\s*)"(\w+)":/gm, '$1$2:')
    .replace(/"/g, "'")
    .replace(/\n\s*/g, ' ')
  const call = `await upsdk.${name}(${params})`
  const gives = method && !/^(undefined|void)$/.test(method.result) ? `const result = ${call}` : call
  return `import { createUpsdk } from 'upsdk-kit'\n\nconst upsdk = createUpsdk() // ${'wallet.ts'}\n${gives}`
}

function filePart(row: MethodRow | undefined, language: Language): string {
  const t = T[language]
  if (!row) return t.unlisted
  const files = row.present_in.split(' ')
  return files.length === 3 ? t.all : t.hasIt(files.join(language === 'zh' ? '、' : ', '))
}

/** Lists other words for the subject of a method, so that a search finds them. */
const wordsFor = (name: string): string =>
  [
    name.replace(/([a-z])([A-Z])/g, '$1 $2'),
    alsoTyped[`methods/${name}`] ?? '',
    ...topics.filter(({ zh }) => zh[1]?.includes(`\`${name}`)).flatMap(({ words }) => words),
  ].join(' ')

export function methodPage(name: string, language: Language): string {
  const t = T[language]
  const method = typed.get(name)
  const row = rows.get(name)
  const head = frontMatter({
    title: `${name} · ${t.list}`,
    ...ALONE,
    description: firstSentence(name, language),
    words: `${wordsFor(name)} ${firstSentence(name, language === 'zh' ? 'en' : 'zh')}`,
    brief: `${DOMAINS[domainOf(name)]?.[language]} ${firstSentence(name, language)}`,
    ...siblings(
      DOMAINS[domainOf(name)]?.[language] ?? '',
      inDomain(domainOf(name)).map((one) => [one, methodLink(one, language)]),
    ),
  })
  const tag = `<span class="tag">${DOMAINS[domainOf(name)]?.[language]}</span>`
  if (!method)
    return page(
      head,
      `# ${name}`,
      tag,
      NO_CALLS[name]?.[language].replace('](', '](../'),
      `## ${t.files}`,
      filePart(row, language),
    )
  const [purpose, rest] = purposeOf(name, language)
  const events = row?.event.split(' ').filter(Boolean) ?? []
  return page(
    head,
    `# ${name}`,
    tag,
    purpose,
    `\`\`\`ts\nupsdk.${name}(${method.params === 'undefined' ? '' : `params: ${method.params}`}): Promise<${method.result}>\n\`\`\``,
    `## ${t.run}`,
    t.play,
    `<MethodDemo method="${name}" sample="${sampleOf(method).replace(/"/g, '&quot;')}" language="${language}" />`,
    `## ${t.sample}`,
    `\`\`\`ts\n${linesOf(name, language)}\n\`\`\``,
    events.length > 0 && t.on(events[0] ?? ''),
    `## ${t.params}`,
    parameterPart(name, method, language),
    `## ${t.result}`,
    `\`${method.result}\``,
    rest,
    row && `## ${t.traits}`,
    row && traitPart(`\`${name}\``, row, language),
    `## ${t.codes}`,
    codePart(name, language),
    `## ${t.files}`,
    filePart(row, language),
    `## ${t.outside}`,
    outsidePart(name, language),
    `## ${t.platforms}`,
    platformPart(name, language),
  )
}

/** Describes a method in one line: its call, its result and its purpose. */
export function signatureOf(name: string): string {
  const method = typed.get(name)
  const params = method && method.params !== 'undefined' ? `params: ${method.params}` : ''
  const call = method ? `${name}(${params}): Promise<${method.result}>` : name
  return `- \`${call}\`: ${firstSentence(name, 'en')}`
}

function firstSentence(name: string, language: Language): string {
  const doc = typed.get(name)?.doc
  const own = language === 'zh' ? METHODS_IN_CHINESE[name]?.does : undefined
  if (own) return (own.split(/(?<=。)/)[0] ?? '').replace(/。$/, '')
  if (doc === undefined) return (NO_CALLS[name]?.[language] ?? '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  return (doc.split(/\n\n/)[0] ?? '').replace(/\n/g, ' ').replace(/^(.*?\.)\s.*$/, '$1')
}

/** Lists all methods, by domain. */
export function methodList(language: Language): string {
  const t = T[language]
  const line = (name: string) => {
    const text = cell(firstSentence(name, language))
    return `- [\`${name}\`](./${name}) ${text}`
  }
  return page(
    frontMatter({ title: t.list, aside: true }),
    `# ${t.list}`,
    t.intro(allMethods.length),
    ...Object.keys(DOMAINS).map((domain) =>
      page(`## ${DOMAINS[domain]?.[language]}`, inDomain(domain).map(line).join('\n')),
    ),
  )
}
