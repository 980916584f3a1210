/**
 * Makes the tables of “all situations” from `reports/situations.json`, which `test/wallet/pages/wallet-all-guide.test.ts`
 * compares with the phone and writes: those of five pages in `reports/situations.md`, one in the guides.
 */
import { readFileSync } from 'node:fs'
import { phoneTexts } from '../wallet/phone/texts'
import { SITUATIONS, type Situation } from '../wallet/shared/situations'
import { en } from '../wallet/view/texts/en'
import { zh } from '../wallet/view/texts/zh'
import { table } from './site/text'
import type { Language } from './site/words'

/** A run: the texts that the user saw, the phone's marks, and the step that could not be done. */
export interface SituationCell {
  marks?: readonly (keyof (typeof phoneTexts)['zh']['marks'])[]
  seen: readonly string[]
  blocked?: { name: string; how: 'disabled' | 'hidden' }
}

/** A run of each page in each situation, as it is and with the kit in its place. */
export type SituationRuns = Record<
  string,
  Partial<Record<Situation, { raw: SituationCell; kit: SituationCell }>>
>

export const RUNS = 'reports/situations.json'
const REPORT = 'reports/situations.md'
const GUIDES = { en: 'docs/testing.md', zh: 'docs/zh/testing.md' } as const
/** How many runs a page has. */
const COUNTED = /(<!-- runs -->).*?(<!-- \/runs -->)/
const MARKED = /(<!-- situations (\w+) -->\n)[\s\S]*?(\n<!-- \/situations -->)/

const T = {
  zh: {
    head: ['场景', '保持原样', '换上 upsdk-kit'],
    nothing: '（无提示）',
    title: '五个页面的全部场景',
    runs: (count: number) => `${count * 2} 次（${count} 个场景 × 2）`,
    note: '⚠ 是手机标出的问题，“”里的是没有点成的按钮。',
  },
  en: {
    head: ['situation', 'As it is', 'With upsdk-kit'],
    nothing: '(nothing)',
    title: 'All situations of five pages',
    runs: (count: number) => `${count * 2} runs each (${count} situations, twice)`,
    note: '⚠ is what the phone marked, a name in quotation marks is a button that could not be tapped. The texts are those of a Chinese page.',
  },
} as const
const WORDS = { zh, en } as const

/** The pages, by what they do. */
const PAGES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  R1: {
    zh: '在 `pluginReady` 里启用付款按钮，`fail` 里显示 `error.msg`',
    en: 'enables its pay button in `pluginReady`, and shows `error.msg` in `fail`',
  },
  R17: {
    zh: '点按后直接调用 `pay`，没有经过 `pluginReady`',
    en: 'calls `pay` at the tap, without `pluginReady`',
  },
  R23: { zh: '打开就付款，只写了 `success`', en: 'pays as soon as it is opened, and has `success` only' },
  R3: {
    zh: '扫码，再付款，`fail` 里写 `alert(JSON.stringify(error))`',
    en: 'scans, then pays; its `fail` does `alert(JSON.stringify(error))`',
  },
  R15: {
    zh: '登录、路由写在 hash 里、每次付款前先问 `confirm`，再向后端要一个新订单，成功后转到另一个路由',
    en: 'has a login and routes in its hash; before each payment it asks with `confirm`, then gets a new order from its backend; after it, it goes to another route',
  },
}

const cellText = ({ marks = [], seen, blocked }: SituationCell, language: Language): string =>
  [
    ...marks.map((mark) => `**⚠ ${phoneTexts[language].marks[mark]}**`),
    seen.join(' · ').replace(/\n/g, '<br>') || T[language].nothing,
    ...(blocked ? [phoneTexts[language].ends[blocked.how](blocked.name)] : []),
  ].join('<br>')

function tableOf(runs: SituationRuns[string], language: Language): string {
  const rows = SITUATIONS.flatMap((situation) => {
    const run = runs[situation]
    if (!run) return []
    const name = WORDS[language].phone.situations[situation]
    return [[name, cellText(run.raw, language), cellText(run.kit, language)]]
  })
  return table(T[language].head, rows)
}

export const situationRuns = (): SituationRuns => JSON.parse(readFileSync(RUNS, 'utf8'))

export function situationTables(): Record<string, string> {
  const runs = situationRuns()
  const count = SITUATIONS.filter((one) => Object.values(runs).every((page) => page[one])).length
  const pagesRun = (language: Language) =>
    language === 'zh' ? `每个页面 ${T.zh.runs(count)}。` : `${T.en.runs(count)}.`
  const part = (language: Language) =>
    [
      `## ${T[language].title}`,
      `${pagesRun(language)} ${T[language].note}`,
      ...Object.entries(runs).flatMap(([id, one]) => [
        `**${id}** ${PAGES[id]?.[language]}`,
        tableOf(one, language),
      ]),
    ].join('\n\n')
  const guide = (language: Language) =>
    readFileSync(GUIDES[language], 'utf8')
      .replace(
        MARKED,
        (_whole, start, id: string, end) => `${start}\n${tableOf(runs[id] ?? {}, language)}\n${end}`,
      )
      .replace(COUNTED, (_whole, start, end) => `${start}${T[language].runs(count)}${end}`)
  return {
    [REPORT]: `# Situations · 场景\n\n${part('zh')}\n\n${part('en')}\n`,
    [GUIDES.en]: guide('en'),
    [GUIDES.zh]: guide('zh'),
  }
}
