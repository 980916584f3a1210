import { copyText } from '../../lib/copyText'
import { readsChinese } from '../../lib/developerLanguage'
import type { Inspector, InspectorContext } from '../../types/inspector'
import type { UpsdkWindow } from '../../types/window'
import { nearestMethod } from '../nearestMethod'
import { createHintReader } from '../withHint'
import { lines } from '../words'
import { createCallList, type Says, sentence } from './callList'
import { button, make, replaceChildren } from './elements'
import { showEnvironment } from './environment'
import { labels as allLabels, reasonName } from './labels'
import { createLookUp } from './lookUp'
import { createRecords } from './records'
import { reportOf } from './report'

/** The tab “upsdk” of vConsole and eruda: calls with their steps, the environment, a code look-up, and a report. */
export interface Panel {
  readonly element: HTMLElement
  /** The inspector for `createUpsdk`. */
  readonly inspector: Inspector
  clear(): void
  readonly names: { readonly clear: string }
}

/** How long the button says that it has copied, in ms. */
const COPIED_FOR = 1500

export function createPanel(): Panel {
  const language = readsChinese() ? 'zh' : 'en'
  const labels = allLabels[language]
  const words = lines[language]
  const records = createRecords()
  const hints = createHintReader()
  let context: InspectorContext | undefined
  const says: Says = {
    check(step) {
      if (step.type !== 'settled' || step.outcome === 'success') return ''
      const { method, hint = '' } = step
      const nearest = isMissing(method) && nearestMethod(context, method)
      return [words.hint(hint), nearest && sentence(words.didYouMean(nearest))].filter(Boolean).join(' ')
    },
    reason: (method, reason) =>
      reason === 'unsupported' && isMissing(method) ? labels.noMethod : reasonName(reason, labels),
  }
  const list = createCallList(records, labels, words, says)
  const environment = make('div', {})
  const lookUp = createLookUp(records, labels, words, language === 'zh' ? 'zh-Hans' : 'en')
  const views = [
    { name: labels.calls, element: list.element },
    { name: labels.environment, element: environment },
    { name: labels.lookUp, element: lookUp.element },
  ]
  const body = make('div', {})
  const tabs = views.map(({ name }, index) =>
    button(name, () => choose(index), { flex: '1 1 auto', padding: '0 4px' }),
  )
  const copyButton = button(labels.copy, copy, { flex: '1 1 auto', padding: '0 4px' })
  const element = make(
    'div',
    {
      boxSizing: 'border-box',
      padding: '10px 12px 24px',
      fontSize: '14px',
      lineHeight: '1.5',
      textAlign: 'left',
    },
    make('div', { display: 'flex', flexWrap: 'wrap', gap: '6px', marginBottom: '8px' }, ...tabs, copyButton),
    body,
  )
  element.lang = language === 'zh' ? 'zh-Hans' : 'en'

  /** Is there an upsdk without this method? */
  function isMissing(method: string): boolean {
    const methods = context?.methods() || []
    return !!methods.length && methods.indexOf(method) < 0
  }

  function choose(index: number): void {
    if (index === 1) showEnvironment(environment, context, labels)
    lookUp.refresh()
    const view = views[index]
    if (view) replaceChildren(body, view.element)
    tabs.forEach((tab, at) => {
      tab.setAttribute('aria-pressed', String(at === index))
      tab.style.fontWeight = at === index ? '600' : '400'
      tab.style.background = at === index ? 'rgba(127,127,127,0.22)' : 'none'
      tab.style.boxShadow = at === index ? 'inset 0 -3px currentColor' : 'none'
    })
  }

  function copy(): void {
    const report = reportOf({ records, context, labels, words, says })
    void copyText(window as unknown as UpsdkWindow, report).then((isCopied) => {
      if (!isCopied) return showByHand(report)
      copyButton.textContent = labels.copied
      setTimeout(() => {
        copyButton.textContent = labels.copy
      }, COPIED_FOR)
    })
  }

  /** Shows the report for copying by hand if the clipboard fails. */
  function showByHand(report: string): void {
    const area = make('textarea', {
      boxSizing: 'border-box',
      width: '100%',
      height: '240px',
      fontSize: '16px',
    })
    area.value = report
    area.readOnly = true
    replaceChildren(body, area)
    area.select()
  }

  function clear(): void {
    records.clear()
    list.showAll()
    lookUp.refresh()
  }

  list.showAll()
  choose(0)
  return {
    element,
    clear,
    names: { clear: labels.clear },
    inspector: {
      created(given) {
        context = given
        hints.created(given)
      },
      step(step) {
        list.show(records.add(hints.read(step)))
        if (step.type === 'settled') lookUp.refresh()
      },
    },
  }
}
