/** “Why”: opens a page of our own about a diagnosis. It is made here, so it needs neither a server nor a network. */
import { make } from '../element'
import type { Words } from '../texts/words'
import type { Diagnosis } from './diagnose'
import { CHECKED, sentencesOf } from './diagnosisTexts'
import { type DiagnosisId, diagnoses } from './table'

/** The document with the hazards, in the package and in the repository. */
export const SOURCE = 'docs/upsdk-behaviour.md'

/** The build puts the repository's address in its place. Where it has not, the source has no link. */
const REPOSITORY = 'https://repository.invalid'

/** The looks of the project's site. */
const STYLE = `:root { color-scheme: light dark; --ink: #3c3c43; --soft: #5b5b63; --brand: #0b5c66; --line: #e2e2e3; --ground: #f6f6f7; --paper: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #dfdfd6; --soft: #a9a9b2; --brand: #6fd0da; --line: #2e2e32; --ground: #202127; --paper: #1b1b1f } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: medium/1.75 Inter, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere }
header { padding: 1em 1.5em; border-bottom: 1px solid var(--line); font-weight: 600 }
main { max-width: 43em; margin: 0 auto; padding: 2.5em 1.5em 4em }
h1 { margin: 0; font-size: 1.6em; line-height: 1.4 }
h2 { margin: 2em 0 .5em; padding-top: 1.2em; border-top: 1px solid var(--line); font-size: 1.2em }
p, li { margin: .5em 0 }
ol { padding-left: 1.6em }
.instead { padding: 1em 1.2em; border-radius: 8px; background: var(--ground) }
.source { margin-top: 2.5em; color: var(--soft); font-size: .9em }
a { color: var(--brand); font-weight: 500; text-underline-offset: 3px }`

/** Makes the page about a diagnosis, as HTML. */
export function whyPage(diagnosis: Diagnosis, method: string, { language, why }: Words): string {
  const { id, hazard } = diagnosis
  const [wrong, instead] = sentencesOf(diagnosis, method, language)
  return pageOf(wrong, language, hazard, [
    make('h2', {}, why.reason),
    make('p', {}, backgroundOf(id, language)),
    make('h2', {}, why.instead),
    make('p', { class: 'instead' }, instead),
  ])
}

/** Makes the page with all causes that are looked for, as HTML. */
export const checkedPage = ({ language, whatIsChecked }: Words): string =>
  pageOf(whatIsChecked, language, '', [
    make('ol', {}, ...CHECKED.map((id) => make('li', {}, backgroundOf(id, language)))),
  ])

const backgroundOf = (id: DiagnosisId, language: Words['language']): string =>
  diagnoses[id].background[language === 'en' ? 'en' : 'zh']

function pageOf(
  title: string,
  language: Words['language'],
  hazard: string,
  content: readonly HTMLElement[],
): string {
  const page = document.implementation.createHTMLDocument(title)
  page.documentElement.lang = language
  page.head.append(
    make('meta', { charset: 'utf-8' }),
    make('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    make('style', {}, STYLE),
  )
  const named = [SOURCE, hazard].filter(Boolean).join(': ')
  const source = /\.invalid$/.test(REPOSITORY)
    ? named
    : make('a', { href: `${REPOSITORY}/blob/main/${SOURCE}` }, named)
  page.body.append(
    make('header', {}, 'upsdk-kit'),
    make('main', {}, make('h1', {}, title), ...content, make('p', { class: 'source' }, source)),
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
