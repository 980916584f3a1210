import { traitsOf } from '../call/methods'
import { readsChinese } from '../lib/developerLanguage'
import type { Inspector, InspectorContext, Step } from '../types/inspector'
import { findMistakes } from './mistakes'
import { nearestMethod } from './nearestMethod'
import { createHintReader } from './withHint'
import { lines, type Words } from './words'

/** When an open call was made and sent, in ms. */
interface Timing {
  calledAt: number
  sentAt?: number
}

const ms = (time: number): string => `${Math.round(time)} ms`

/**
 * Writes a timeline to the console: when each call was sent and how it ended, what to check for each failure, and why a
 * message was shown or not. It writes Chinese if `navigator.language` is Chinese, else English. At the start, it checks
 * the options more deeply than the kit does, and warns. It never writes parameters, results or raw texts.
 *
 * @example
 * createUpsdk({ inspector: consoleInspector() })
 */
export function consoleInspector(): Inspector {
  const words: Words = readsChinese() ? lines.zh : lines.en
  const hints = createHintReader()
  const open = new Map<number, Timing>()
  const explained = new Set<string>()
  let context: InspectorContext | undefined

  const write = (level: 'info' | 'warn', text: string) => console[level](`[upsdk-kit] ${text}`)

  return {
    created(given) {
      context = given
      hints.created(given)
      const { insideWallet, platform, bridge } = given.environment
      write('info', words.created(insideWallet, platform, bridge))
      for (const mistake of findMistakes(given.options, words)) write('warn', mistake)
    },
    step(given) {
      const step = hints.read(given)
      const timing = keep(open, step)
      if (step.type === 'settled')
        write(step.outcome === 'success' ? 'info' : 'warn', settledLine(step, timing))
      else if (step.type === 'quiet') write('info', `${nameOf(step)} ${words.quiet[step.why]}`)
      else if (step.type === 'shown') write('info', `${nameOf(step)} ${words.shown[step.presentation]}`)
      else if (step.type === 'late' || step.type === 'unanswered')
        write('warn', `${nameOf(step)} ${words[step.type]}`)
    },
  }

  function settledLine(step: Step & { type: 'settled' }, timing: Timing): string {
    const { outcome, code, hint, description, at } = step
    const { calledAt, sentAt } = timing
    const waited = Math.round(at - calledAt)
    // The kit tells of a wait for upsdk as it fails: it began earlier, and nothing was to be sent.
    const isWait = step.method === 'pluginReady'
    const when =
      sentAt === undefined
        ? !isWait && words.notSent(waited > 0 ? ms(waited) : '')
        : words.sent(ms(sentAt - calledAt), ms(at - sentAt))
    const { settles, hold } = traitsOf(step.method)
    // A method that answers at a failure alone counts as a success after a while.
    const isSilent = settles === 'silent' && sentAt !== undefined && at - sentAt >= hold
    const success = settles === 'never' ? words.noAnswer : isSilent ? words.noFailure : words.success
    const what = [
      isWait ? words.wait : nameOf(step),
      outcome === 'success' ? success : [code, outcome].filter(Boolean).join(' '),
    ].join(' ')
    const key = [step.method, code, outcome, hint].join(' ')
    // A failure is explained the first time, and only named after that.
    const line = when ? `${what} (${when})` : what
    if (outcome === 'success' || explained.has(key)) return line
    explained.add(key)
    return [
      `${line}: ${words.hint(hint || '')}`,
      description && words.officialText(description),
      outcome === 'unsupported' && didYouMean(step.method),
    ]
      .filter(Boolean)
      .join('\n  ')
  }

  function didYouMean(method: string): string | undefined {
    const nearest = nearestMethod(context, method)
    return nearest && words.didYouMean(nearest)
  }
}

const nameOf = ({ method }: Step): string => method || 'notify'

/** Keeps the times of a call until it settles. */
function keep(open: Map<number, Timing>, { id, type, at }: Step): Timing {
  const timing = open.get(id) || { calledAt: at }
  if (type === 'called') open.set(id, timing)
  else if (type === 'sent') timing.sentAt = at
  else if (type === 'settled') open.delete(id)
  return timing
}
