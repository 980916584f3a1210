/** Runs a page on the simulated wallet, and returns the diagnoses of its calls. */

import { methodsOf } from '../../wallet/methods/generations'
import { createLog, type Log } from '../../wallet/page/log'
import { followKit } from '../../wallet/page/pageKit'
import { followKitCallbacks } from '../../wallet/page/watch/kitCallbacks'
import { followReady } from '../../wallet/page/watch/ready'
import { followUsedTexts } from '../../wallet/page/watch/usedTexts'
import type { AuthorizationFacts, SeenText } from '../../wallet/shared/log'
import type { Answers, RawStep, SimulatorOptions } from '../../wallet/simulator'
import { diagnose } from '../../wallet/view/diagnoses/diagnose'
import type { Usage } from './realPages'
import { ofPage } from './seenTexts'
import { kit, pass, recorder, wallet } from './wallet'

/** Raw upsdk, or a kit in its place. */
export type PageUpsdk = Record<string, (params?: unknown) => void>

/** The simulator's options, as the tools set them. */
const USUAL: SimulatorOptions = { readyAfter: 300, latency: 300, examples: true }

export interface RunOptions extends SimulatorOptions {
  /** Whether the kit is `window.upsdk`. */
  readonly kitInPlace?: boolean
  /** Notes that the client would make before the page starts. */
  readonly notes?: readonly Readonly<Parameters<Log['addNote']>>[]
  /** The faults in the address of a web authorization, which the page makes first. */
  readonly authorization?: AuthorizationFacts['faults']
}

/** A page has these besides upsdk: buttons, and a place that its callbacks write to. */
export interface RunTools {
  tap(run: () => unknown): void
  note(value: unknown): void
  /** Shows a text to the user. @param text the page's own, or any */
  shows(text: string | SeenText): void
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The script of a real page as a page that `runPage` runs. The simulated upsdk is there, so its file is not loaded. */
export const pageOf =
  ({ script }: Usage) =>
  (upsdk: PageUpsdk, { tap, note }: RunTools): void => {
    const given = {
      upsdk,
      // On Android results are JSON text, which these pages parse.
      log: (_name: string, value: unknown) => note(typeof value === 'string' ? parsed(value) : value),
      tap: (_name: string, run: () => unknown) => tap(run),
      alert: note,
      loadSdk: (run: () => void) => run(),
      waiting: false,
    }
    new Function(...Object.keys(given), script)(...Object.values(given))
  }

/** Runs a page. This ends half a minute after each of its taps is over. */
export async function runPage(
  page: (upsdk: PageUpsdk, tools: RunTools) => void,
  { kitInPlace = false, notes = [], authorization, ...options }: RunOptions = {},
): Promise<Log> {
  const log = createLog()
  const pageKit = followKit(log, false)
  const texts = followUsedTexts(log, kitInPlace)
  followReady(log)
  const observe = (step: RawStep) => {
    log.addRaw(step, pageKit.owns(step))
    texts.observe(step)
  }
  wallet({ ...USUAL, ...options, observe })
  for (const note of notes) log.addNote(...note)
  if (authorization) log.addAuthorization('', { end: 'success', faults: authorization, returns: true })
  if (kitInPlace) {
    const made = kit({ translateFail: true, presenter: recorder(), inspector: { step: log.addKit } })
    window.upsdk = followKitCallbacks(made, log, texts) as typeof made
  }
  const taps: (() => unknown)[] = []
  page(window.upsdk as PageUpsdk, {
    tap: (run) => void taps.push(run),
    note: () => undefined,
    shows: (text) => log.addSeen(typeof text === 'string' ? ofPage(text) : text),
  })
  await pass(1500)
  for (let index = 0; index < taps.length; index++) {
    // The tap is not awaited: time stands until the next line.
    void Promise.resolve(taps[index]?.()).catch(() => undefined)
    await pass(6000)
  }
  texts.stop()
  return log
}

/** `method: id` for each call, `id` for each note. Notes that are not counted are in brackets. */
export const saidOf = (log: Log, kitInPlace = false): string[] => {
  const found: string[] = []
  diagnose(log, { kitInPlace }).forEach((list, one) => {
    for (const { id, isNote } of list) {
      const name = 'method' in one ? `${one.method}: ${id}` : id
      found.push(isNote ? `(${name})` : name)
    }
  })
  return found.sort()
}

/** Gives every method except config the same answer. */
export const allAnswer = (answer: Answers[string]): Answers => {
  const answers: Record<string, Answers[string]> = {}
  for (const method of methodsOf('latest')) if (method !== 'config') answers[method] = answer
  return answers
}
