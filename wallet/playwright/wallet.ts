/** The wallet in a test: it answers for native, and records the calls of all pages of one browser context. */
import type { BrowserContext, Frame, Locator, Page, Route } from '@playwright/test'
import type { MethodName, Params } from '../../src/types/callable'
import type { EventName } from '../../src/types/events'
import { EVENTS, LIFECYCLE_EVENTS } from '../methods/methodTable'
import { CLIENT_NAME, OPTIONS_NAME } from '../shared/client'
import type { DriverMessage } from '../shared/driver'
import { type ChosenOutcome, readOutcome } from '../shared/outcomes'
import { pause } from '../shared/pause'
import { isBridgeFile, isSdkFile } from '../shared/sdkAddress'
import type { DeskSettings } from '../shared/settings'
import { inSituation } from '../shared/situations'
import { type StandIn, standInFor } from '../shared/standIn'
import type { AnswerOf } from '../simulator/answers'
import { answerProblem, eventProblem, methodProblem, testError } from './check'
import { createRecord, type WalletRecord } from './record'

/** Native's answer to a method: a code for a failure, a word, or the value of a success. */
export type WalletAnswer<M extends string = MethodName> =
  | 'success'
  | 'cancelled'
  | 'failed'
  | 'silent'
  | 'late'
  // A code: '01', 'c02'.
  | (string & Record<never, never>)
  | { readonly value: ValueOf<M> }

/** The values that a method may succeed with. */
export type ValueOf<M extends string> = Extract<AnswerOf<M>, { kind: 'succeed' }>['value']

/** A call that reached the wallet, with its parameters as native got them. */
export type WalletCall = {
  [M in MethodName]: { readonly method: M; readonly params: Params<M> }
}[MethodName]

/** The name of an event that native raises. Any other name is raised as it is. */
export type WalletEventName = EventName | (string & Record<never, never>)

/** The place to look for a message: a page, a frame or a part of one. */
export interface MessagePlace {
  /** Playwright's own `locator`. */
  locator(selector: string): Locator
}

/** The simulated wallet around the pages of a test. */
export interface Wallet {
  /**
   * Sets native's answer to a method from now on, in all pages of the context, over reloads too.
   *
   * @param answer a code ('01', 'c02'), 'cancelled' by the user, 'failed' as it does most days, 'silent', or { value } for
   * a success with that value; 'success' gives the method's example, 'late' gives it after 12 s
   * @example await wallet.answer('pay', '01')
   */
  answer<M extends MethodName | 'config'>(method: M, answer: WalletAnswer<M>): Promise<void>
  /**
   * Finds the text of upsdk-kit's own toast or dialog; the dialog's if both are open. If a page's `presenter` uses a UI
   * library, the texts are in the library's elements instead.
   *
   * @param place the place to look for it. Default: the first open page of the context
   */
  message(place?: MessagePlace): Locator
  /**
   * Raises a document event in every open document, as native does.
   *
   * @param fields what native adds to the event object
   * @example await wallet.fire('rightbtnclick')
   */
  fire(event: WalletEventName, fields?: Readonly<Record<string, unknown>>): Promise<void>
  /** Brings the bridge up in every open document, even with `readyAfter: 'never'`. */
  bridgeUp(): Promise<void>
  /** The calls that have reached the wallet so far, in order, from all documents of the context. */
  calls(): WalletCall[]
}

/** The parts of a wallet for the matchers and the fixture, which a test does not get. */
export interface WalletInternals {
  readonly record: WalletRecord
  /** Waits until the record has all calls that the pages have made so far. */
  settle(): Promise<void>
}

const states = new WeakMap<object, WalletInternals>()

/** Gets the internals of a wallet; undefined for anything else. */
export const internalsOf = (wallet: unknown): WalletInternals | undefined =>
  typeof wallet === 'object' && wallet !== null ? states.get(wallet) : undefined

/** Selector of the dialog's text. The host elements have empty boxes, which Playwright takes for hidden. */
const DIALOG = '[data-upsdk-kit="dialog"] #upsdk-kit-text'
const TOAST = '[data-upsdk-kit="toast"] div div:not(:has(div))'
const MESSAGE = `${DIALOG}, html:not(:has([data-upsdk-kit="dialog"])) ${TOAST}`

/** Property of each window with the function that its client calls. */
const DRIVER = '__upsdkKitWallet'
/** The page's client, as source text. */
const CLIENT = `window[Symbol.for("${CLIENT_NAME}")]`

const EVENT_NAMES = [...Object.keys(EVENTS).map((method) => EVENTS[method]?.[1] || ''), ...LIFECYCLE_EVENTS]

/** How long to wait for a page, in ms. A dialog of the browser may block it. */
const HELD_UP = 1000

const within = <T>(ms: number, work: Promise<T>): Promise<T | undefined> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  return Promise.race([work, end]).finally(() => clearTimeout(timer))
}

/** The texts of the client's scripts. They are passed in as text, which a strict policy lets through. */
export interface ClientFiles {
  read(name: 'client.js' | 'kit.js'): string
}

/** Puts the simulated wallet into every page of a context, before it opens one. */
export async function createWallet(
  context: BrowserContext,
  given: DeskSettings,
  files: ClientFiles,
): Promise<Wallet> {
  const { answers = {}, results = {}, ...settings } = inSituation(given, given.situation)
  const record = createRecord()
  const chosen = new Map<string, ChosenOutcome>()
  for (const method of Object.keys(results)) chosen.set(method, readOutcome({ value: results[method] }))
  for (const method of Object.keys(answers)) chosen.set(method, readOutcome(answers[method] || 'success'))

  followPages(context, record)
  await context.exposeBinding(DRIVER, ({ frame }: { frame: Frame }, text: string) => {
    const message = JSON.parse(text) as DriverMessage
    record.take(message, frame.url())
    const outcome = message.type === 'ask' && chosen.get(message.method)
    return outcome ? JSON.stringify(outcome) : ''
  })
  const desk: DeskSettings = { readyAfter: 0, latency: 0, ...settings, ask: false }
  await context.addInitScript({ content: clientScript(desk, files) })
  await context.route(
    ({ href }) => isSdkFile(href) || isBridgeFile(href),
    (route) => sendStandIn(route, standInFor(route.request().url(), desk)),
  )

  const framesNow = () => context.pages().flatMap((page) => page.frames())
  async function inAllDocuments(call: string, caller: (...given: never[]) => unknown): Promise<void> {
    const nowhere = testError('no page of the context is open.', caller)
    const done = await Promise.all(
      // A document may be unloaded meanwhile; then it needs no call.
      framesNow().map((frame) => within(HELD_UP, frame.evaluate<boolean>(call)).catch(() => false)),
    )
    if (!done.some(Boolean)) throw nowhere
  }

  const wallet: Wallet = {
    answer(method, answer) {
      const problem = methodProblem(method) || answerProblem(answer)
      if (problem) throw testError(problem, wallet.answer)
      chosen.set(method, readOutcome(answer))
      return Promise.resolve()
    },
    message(place = firstPage(context)) {
      if (!place) throw testError('no page of the context is open: wallet.message(page)', wallet.message)
      return place.locator(MESSAGE)
    },
    fire(event, fields = {}) {
      const problem = eventProblem(event, EVENT_NAMES)
      if (problem) throw testError(problem, wallet.fire)
      const given = `${JSON.stringify(event)}, ${JSON.stringify(fields)}`
      return inAllDocuments(`!!${CLIENT} && (${CLIENT}.simulator.fire(${given}), true)`, wallet.fire)
    },
    bridgeUp: () => inAllDocuments(`!!${CLIENT} && (${CLIENT}.simulator.bridgeUp(), true)`, wallet.bridgeUp),
    calls: () => record.calls.map(({ method, params }) => ({ method, params }) as WalletCall),
  }
  states.set(wallet, {
    record,
    settle: () =>
      Promise.all(
        framesNow().map((frame) => within(HELD_UP, frame.evaluate('0')).catch(() => undefined)),
      ).then(() => undefined),
  })
  return wallet
}

const firstPage = (context: BrowserContext): Page | undefined => context.pages()[0]

function followPages(context: BrowserContext, record: WalletRecord): void {
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && frame.url() !== 'about:blank') record.visited.push(frame.url())
    })
    page.on('pageerror', (error) => record.errors.push(String(error)))
  })
  context.on('close', () => record.close())
}

/**
 * Makes the script that starts the client. It removes the options afterwards, since another client in the page has its
 * own.
 */
function clientScript(settings: DeskSettings, files: ClientFiles): string {
  const options = { simulator: settings, inspector: false, driver: DRIVER }
  const property = `window[Symbol.for(${JSON.stringify(OPTIONS_NAME)})]`
  const kit = settings.inPlace ? [files.read('kit.js')] : []
  return [
    `${property} = ${JSON.stringify(options)};`,
    files.read('client.js'),
    ...kit,
    `delete ${property};`,
  ].join('\n')
}

async function sendStandIn(route: Route, standIn: StandIn | undefined): Promise<void> {
  if (!standIn) return route.abort()
  if (standIn.after) await pause(standIn.after)
  return route.fulfill({
    contentType: 'text/javascript; charset=utf-8',
    headers: { 'Access-Control-Allow-Origin': '*' },
    body: standIn.script,
  })
}
