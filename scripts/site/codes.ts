/** Makes a page for each code, and the list of codes. */

import { commonCodes } from '../../src/failure/codes'
import { createUpsdk, type Upsdk } from '../../src/index'
import { hintInChinese } from '../../src/inspector/hints'
import { serverCodes } from '../../src/server-codes'
import type { CodeVariant } from '../../src/types/codes'
import type { Explanation } from '../../src/types/failure'
import { locales, moreLocales } from '../locales'
import { CODE_WORDS as T } from './codeWords'
import { ACTORS, actorOf, alsoTyped, isOfAnyCall, topics, VERDICTS } from './commandLine'
import { answersOf } from './guides'
import { ALONE, cell, frontMatter, inLanguage, page, plain, siblings, table } from './text'
import { baseOf, type Language, SOURCES } from './words'

const kits = new Map<string, Upsdk>()

/** Explains a code as a page with all languages and catalogues does. */
export function explainCode(code: string, locale = 'en', method?: string): Explanation {
  const kit = kits.get(locale) ?? createUpsdk({ locale, locales: moreLocales, catalogues: [serverCodes] })
  kits.set(locale, kit)
  return kit.explain(code, { method })
}

/** All codes of the catalogues: the official front-end codes first, then the SDK file's, then the server's. */
export const allCodes: readonly string[] = [
  ...new Set([...Object.keys(commonCodes()), ...Object.keys(serverCodes)]),
].sort(inOrder)

function inOrder(left: string, right: string): number {
  const sources = ['frontend', 'sdk', 'server']
  const rank = (code: string) => sources.indexOf(explainCode(code).source)
  return rank(left) - rank(right) || left.localeCompare(right, 'en', { numeric: true })
}

/** Makes the part of an address for a code, as people type it. */
export const slugOf = (code: string): string => code.toLowerCase()
export const codeLink = (code: string, language: Language): string =>
  `${baseOf(language)}codes/${slugOf(code)}`

const hintIn = (language: Language, hint: string): string => (language === 'zh' ? hintInChinese(hint) : hint)

/** Splits a text into steps, one per sentence. */
const steps = (text: string): string[] =>
  text
    .split(/(?<=。)|(?<=[a-z)`]\.) (?=[A-Z`])/)
    .map((step) => step.trim())
    // The meanings of a code with several are listed above.
    .filter((step) => step && !/^(可能为：|One of: )/.test(step))

const ordered = (lines: readonly string[]): string => lines.map((line, at) => `${at + 1}. ${line}`).join('\n')

/** Formats the official advice, which numbers its points in several ways. */
const adviceOf = (solution: string): string =>
  ordered(
    solution
      .split(/(?:^|[；;\s])\s*\d[.、]\s*/)
      .map((part) => inLanguage('zh-Hans', plain(part.trim())))
      .filter((part) => !/><\/span>$/.test(part)),
  )

function officialPart(code: string, language: Language): string {
  const t = T[language]
  const { description, solution } = explainCode(code)
  const quote = (text: string) => `> ${inLanguage('zh-Hans', plain(text))}`
  const variants: readonly CodeVariant[] = serverCodes[code]?.variants ?? []
  if (variants.length > 1)
    return page(
      `${t.several}${language === 'zh' ? '：' : ':'}`,
      ...variants.map((one) =>
        page(
          quote(one.description),
          one.solution && adviceOf(one.solution),
          one.hint && one.hint !== variants[0]?.hint && plain(hintIn(language, one.hint)),
        ),
      ),
    )
  return page(
    description ? quote(description) : t.none,
    solution && `**${t.advice}**`,
    solution && adviceOf(solution),
  )
}

/** Chooses the method to try a code with: the authorization button's codes are its own. */
export const methodToTry = (code: string): string =>
  code.startsWith('__ENV__') ? 'appletExplicitAuth' : 'bioDetect'

export function linesToTry(code: string): string {
  const { source, description } = explainCode(code)
  const variant = serverCodes[code]?.variants?.[0]?.description
  if (source === 'server')
    return `import { createUpsdk } from 'upsdk-kit'
import { serverCodes } from 'upsdk-kit/server-codes'

const upsdk = createUpsdk({ catalogues: [serverCodes] })
upsdk.notify(${JSON.stringify({ resp: code, msg: description ?? variant ?? '' })
      .replace(/"resp":/, ' resp: ')
      .replace(/,"msg":/, ', msg: ')
      .replace(/"}$/, '" }')
      .replace(/"/g, "'")})`
  const method = methodToTry(code)
  const params = method === 'appletExplicitAuth' ? "{ scope: 'scope.mobile' }" : ''
  return `import { createUpsdk } from 'upsdk-kit'
import { fail, installSimulator } from 'upsdk-kit/simulator'

installSimulator({ answers: { ${method}: fail('${code}') } })

const upsdk = createUpsdk()
upsdk.${method}(${params}).then(
  () => console.log('done'),
  ({ reason }) => console.log(reason),
)`
}

/** Lists other words for the subject of a code, so that a search finds them. */
function wordsFor(code: string, text: string): string {
  const known = topics.filter(({ words }) =>
    words.some((word) => /^\p{Script=Han}+$/u.test(word) && text.includes(word)),
  )
  const digits = code.replace(/^\D+/, '')
  const also = alsoTyped[`codes/${code}`] ?? ''
  return [code, code.toLowerCase(), digits, also, ...known.flatMap(({ words }) => words)].join(' ')
}

export function codePage(code: string, language: Language): string {
  const t = T[language]
  const { reason, source, retry, presentation, hint, description = '' } = explainCode(code)
  const messages = locales.map(({ locale }) => [locale, explainCode(code, locale).message] as const)
  const own = hintIn(language, hint)
  const checks = steps(own)
  const shown = presentation !== 'none'
  const actor = actorOf(reason, source, hint)
  const locale = language === 'zh' ? 'zh-Hans' : 'en'
  const inThis = messages.find(([one]) => one === locale)?.[1] ?? ''
  const texts = [description, ...(serverCodes[code]?.variants ?? []).map((one) => one.description)]
  const answers = answersOf(code, language)
  return page(
    frontMatter({
      title: `${code} · ${t.list}`,
      ...ALONE,
      description: `${code}: ${texts.filter(Boolean).join(' / ') || inThis}`,
      words: wordsFor(code, [...texts, ...messages.map(([, text]) => text)].join(' ')),
      brief: [...texts, own, inThis].filter(Boolean).join('\n'),
      ...siblings(
        source === 'server' ? capitalized(SOURCES[source][language]) : t.list,
        besideCode(code).map((one) => [one, codeLink(one, language)]),
      ),
    }),
    `# ${t.title(plain(code))}`,
    `<span class="tag">${SOURCES[source][language]}</span>`,
    `**${t.happened}**${t.colon}${VERDICTS[reason][language]}`,
    `**${t.who}**${t.colon}${ACTORS[actor][language]}`,
    actor !== 'none' && `**${t.user}**${t.colon}${t.again[retry]}${t.shown[presentation]}`,
    checks.length > 0 && `**${t.developer}**${t.colon}${checks.length > 1 ? '' : plain(own)}`,
    checks.length > 1 && ordered(checks.map(plain)),
    `**${t.reason}**${t.colon}[\`${reason}\`](../reasons/${reason})`,
    `## ${t.sees}`,
    shown ? t.play : t.nothing,
    shown &&
      page(
        `<CodeDemo code="${code}" method="${methodToTry(code)}" source="${source}" presentation="${presentation}" language="${language}">`,
        table(
          [t.reads, t.said],
          messages.map(([locale, text]) => [`\`${locale}\``, inLanguage(locale, cell(text))]),
        ),
        '</CodeDemo>',
      ),
    isOfAnyCall(code) && t.inPayment(unsentText(code, locale), explainCode(code, locale, 'pay').message),
    `## ${t.official}`,
    officialPart(code, language),
    `## ${t.try}`,
    `\`\`\`ts\n${linesToTry(code)}\n\`\`\``,
    answers.length > 0 && `## ${t.faq}`,
    ...answers.map(({ heading, answer, link }) => page(`**${heading}**`, answer, `[${t.more}](${link})`)),
  )
}

const capitalized = (text: string): string => text.replace(/^[a-z](?!psdk)/, (letter) => letter.toUpperCase())

/** Finds the codes of a page's calls, or those of a server with the same reason. */
function besideCode(code: string): string[] {
  const { reason, source } = explainCode(code)
  return allCodes.filter((one) => {
    const other = explainCode(one)
    return source === 'server'
      ? other.source === source && other.reason === reason
      : other.source !== 'server'
  })
}

/** Finds the text that users see if the bridge refuses a payment with a code. */
function unsentText(code: string, locale: string): string {
  const { reason, message } = explainCode(code, locale)
  const own = locales.find((one) => one.locale === locale)?.messages['payment-forbidden']
  return (reason === 'forbidden' && own) || message
}

/** Lists all codes, by their source. */
export function codeList(language: Language): string {
  const t = T[language]
  const groups = ['frontend', 'sdk', 'server'] as const
  const line = (code: string) => {
    const { description, hint, message } = explainCode(code, language === 'zh' ? 'zh-Hans' : 'en')
    const official = description || serverCodes[code]?.variants?.[0]?.description
    // No table has 97 and 98: the kit's own words describe them.
    const text = official ? inLanguage('zh-Hans', cell(official)) : cell(hintIn(language, hint))
    return `- [\`${code}\`](./${slugOf(code)}) ${text}<br>${t.userSees}${t.colon}${plain(message)}`
  }
  return page(
    frontMatter({ title: t.list }),
    `# ${t.list}`,
    t.intro(allCodes.length),
    t.quotes,
    ...groups.map((group) =>
      page(
        `## ${capitalized(SOURCES[group][language])}`,
        allCodes
          .filter((code) => explainCode(code).source === group)
          .map(line)
          .join('\n'),
      ),
    ),
  )
}
