/** Makes a simulated wallet and kits on it, and removes all after each test. */
import { afterEach, beforeEach, vi } from 'vitest'
import { createUpsdk, type Presenter, type Upsdk, UpsdkError, type UpsdkOptions } from '../../src/index'
import { installSimulator, type Simulator, type SimulatorOptions } from '../../wallet/simulator'
import { restoreGlobals } from './putBack'

let simulators: Simulator[] = []
let kits: Upsdk[] = []
let given: [owner: object, name: PropertyKey][] = []

/** The record that all kits and copies of the kit in a window share. */
export const SHARED = Symbol.for('upsdk-kit.shared.1')
export const PAYMENT = Symbol.for('upsdk-kit.payment')

/** Resets the window's address, which a test may have changed: all files of a worker share one window. */
function goHome(): void {
  const { happyDOM } = window as { happyDOM?: { setURL(url: string): void } }
  if (window.location.origin !== 'http://localhost:3000') happyDOM?.setURL('http://localhost:3000/')
}

/** Uses fake time in every test of a file, and cleans the window after it. */
export function useWallets(): void {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    for (const kit of kits) kit.destroy()
    for (const simulator of simulators.reverse()) simulator.uninstall()
    simulators = []
    kits = []
    for (const [owner, name] of given) Reflect.deleteProperty(owner, name)
    given = []
    Reflect.deleteProperty(window, SHARED)
    Reflect.deleteProperty(window, PAYMENT)
    vi.clearAllTimers()
    goHome()
    restoreGlobals()
    document.body.innerHTML = ''
  })
}

export function wallet(options: SimulatorOptions = {}): Simulator {
  const simulator = installSimulator(options)
  simulators.push(simulator)
  return simulator
}

export function kit(options: UpsdkOptions = {}): Upsdk {
  const made = createUpsdk(options)
  kits.push(made)
  return made
}

/** Makes a kit that is ready, and shows nothing. */
export async function readyKit(options: UpsdkOptions = {}): Promise<Upsdk> {
  const made = kit({ presenter: recorder(), ...options })
  await made.ready()
  return made
}

/** Defines a property that the page's browser lacks or has otherwise, until the test ends. */
export function give(owner: object, name: PropertyKey, value: unknown): void {
  given.push([owner, name])
  Object.defineProperty(owner, name, { configurable: true, writable: true, value })
}

/** Simulates a user who has just tapped; `undefined` for a browser that does not say. */
export const tapIs = (isActive: boolean | undefined) =>
  give(navigator, 'userActivation', isActive === undefined ? undefined : { hasBeenActive: true, isActive })

/** The most important texts: those of a payment that native has and whose outcome is unknown. */
export const UNCONFIRMED = "Payment not confirmed yet. Check your order first. Don't pay again."

/** The signature of a page's server. */
export const SIGNED = { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }

export type RawAnswers = { success(value?: unknown): void; fail(failure?: unknown): void }

/** Makes a raw upsdk of the test's own, for behaviour that no simulator has. */
export function rawUpsdk(methods: Record<string, unknown>): Record<string, unknown> {
  wallet()
  const raw = { pluginReady: (callback: () => void) => callback(), ...methods }
  window.upsdk = raw
  return raw
}

/** Returns the raw methods behind the kit, for a test that puts its own function there. */
export const rawMethods = () =>
  window.upsdk as Record<string, (params: RawAnswers) => void> & { pluginReady(callback: () => void): void }

/** The methods that reached native, in order. */
export const methodsOf = (sim: { calls: readonly { method: string }[] }) =>
  sim.calls.map(({ method }) => method)

/** A presenter that keeps what it was asked to show. */
export function recorder(): Presenter & {
  toasts: string[]
  dialogs: string[]
  answer(confirmed: boolean): void
} {
  const waiting: ((confirmed: boolean) => void)[] = []
  const shown = { toasts: [] as string[], dialogs: [] as string[] }
  return {
    ...shown,
    toast: (message) => void shown.toasts.push(message),
    dialog(request) {
      shown.dialogs.push(
        [request.sentence || request.message, request.cancel, request.confirm].filter(Boolean).join(' | '),
      )
      return new Promise((resolve) => waiting.push(resolve))
    },
    answer: (confirmed) => waiting.shift()?.(confirmed),
  }
}

/** Ignores the promise's rejection. */
export const ignore = (call: Promise<unknown>): void => void call.catch(() => {})

/** Returns the state of a promise now: 'pending', a value, or an `UpsdkError`. */
export async function stateOf(promise: Promise<unknown>): Promise<unknown> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  return Promise.race([promise, Promise.resolve('pending')]).catch((error) => error)
}

/** Returns the error of a promise that must fail. */
export async function failureOf(promise: Promise<unknown>): Promise<UpsdkError> {
  const error = await promise.then(
    (value) => Promise.reject(new Error(`succeeded with ${JSON.stringify(value)}`)),
    (error) => error,
  )
  if (!(error instanceof UpsdkError)) throw error
  return error
}

/** Lets time pass, and runs everything that is due. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** Hides and shows the document. @returns sets whether it is hidden */
export function visibility(): (hidden: boolean) => void {
  const hidden = vi.spyOn(document, 'hidden', 'get')
  return (value) => {
    hidden.mockReturnValue(value)
    document.dispatchEvent(new Event('visibilitychange'))
  }
}
