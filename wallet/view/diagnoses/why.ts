/** “Why”: opens a page of our own about a diagnosis. It is made here, so it needs neither a server nor a network. */
import { make } from '../element'
import type { Words } from '../texts/words'
import { BACKGROUND } from './background'
import type { Diagnosis } from './diagnose'
import { sentencesOf } from './diagnosisTexts'

/** The document with the hazards, in the package and in the repository. */
export const SOURCE = 'docs/upsdk-behaviour.md'

const STYLE =
  ':root{color-scheme:light dark}body{max-width:38em;margin:0 auto;padding:8vh 1.2em;font:medium/1.7 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC","Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}h1{font-size:1.3em;line-height:1.45}h2{margin:1.6em 0 .3em;font-size:1em}p{margin:.3em 0}p.source{margin-top:2.5em;font-size:.86em;opacity:.75}'

/** Makes the page, as HTML. */
export function whyPage(diagnosis: Diagnosis, method: string, { language, why }: Words): string {
  const { id, hazard } = diagnosis
  const [wrong, instead] = sentencesOf(diagnosis, method, language)
  const page = document.implementation.createHTMLDocument(wrong)
  page.documentElement.lang = language
  page.head.append(
    make('meta', { charset: 'utf-8' }),
    make('meta', { name: 'viewport', content: 'width=device-width' }),
    make('style', {}, STYLE),
  )
  page.body.append(
    make('h1', {}, wrong),
    make('h2', {}, why.reason),
    make('p', {}, BACKGROUND[id][language === 'en' ? 'en' : 'zh']),
    make('h2', {}, why.instead),
    make('p', {}, instead),
    make('p', { class: 'source' }, `upsdk-kit · ${SOURCE}: ${hazard}`),
  )
  return `<!doctype html>${page.documentElement.outerHTML}`
}

/** How long the address of a page stays valid, in ms. */
const OPENS_WITHIN = 60_000

/** Opens the page in a tab of its own. */
export function openWhy(html: string): void {
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html;charset=utf-8' }))
  window.open(address, '_blank', 'noopener')
  setTimeout(() => URL.revokeObjectURL(address), OPENS_WITHIN)
}
