/**
 * Follows what a page does with JSON text from Android, where iOS gives an object (H12): a page that neither parses the
 * text nor passes it on works on iPhones alone.
 */
import { isAndroidText } from '../../shared/androidText'
import type { RawStep } from '../../simulator/steps'
import type { Log } from '../log'

/** How long a page may wait before it uses a text, in ms from the callback that got it. */
const USED_WITHIN = 2000

/** A text that a callback got, and the call. */
interface Waiting {
  readonly text: string
  /** Marks the call. */
  readonly mark: () => void
  /** Ends its time. */
  timer?: ReturnType<typeof setTimeout>
}

/** Functions that a page passes a text to. Their identity, results and exceptions stay. */
const RECEIVERS: readonly (readonly [owner: () => object | undefined, name: string])[] = [
  [() => JSON, 'parse'],
  [() => window, 'fetch'],
  [() => (window as Partial<Window & typeof globalThis>).XMLHttpRequest?.prototype, 'send'],
  [() => navigator, 'sendBeacon'],
  [() => (window as Partial<Window & typeof globalThis>).Storage?.prototype, 'setItem'],
]

export interface UsedTexts {
  /** Takes the steps of all calls of raw upsdk. */
  observe(step: RawStep): void
  /**
   * Runs a callback of the page with a value that a kit gives it.
   *
   * @param mark runs later if the value is a text that the page has not used
   */
  told<Result>(method: string, value: unknown, run: () => Result, mark: () => void): Result
  /** Puts the functions back. */
  stop(): void
}

/**
 * Marks each call in the log whose text the page has not used in time.
 *
 * @param log gets the marks
 * @param isKitInPlace whether upsdk runs the callbacks of a kit, which uses every text
 */
export function followUsedTexts(log: Log, isKitInPlace = false): UsedTexts {
  let waiting: readonly Waiting[] = []

  function see(args: readonly unknown[]): void {
    if (!waiting.length) return
    const given = args.map(wordsIn).join('\n')
    waiting = waiting.filter(({ text, timer }) => {
      const isUsed = formsOf(text).some((form) => given.includes(form))
      // A replay waits for timers.
      if (isUsed) clearTimeout(timer)
      return !isUsed
    })
  }

  function wait(mine: Waiting): void {
    waiting = [...waiting, mine]
    mine.timer = setTimeout(() => {
      mine.mark()
      waiting = waiting.filter((one) => one !== mine)
    }, USED_WITHIN)
  }

  const stops = RECEIVERS.map(([owner, name]) => watchFunction(owner(), name, see))
  return {
    observe(step) {
      // A page that passes a text back to native has used it.
      if (step.type === 'reached') see([step.params])
      if (isKitInPlace || step.type !== 'told' || step.callback !== 'success' || step.isIgnored) return
      if (isAndroidText(step.method, step.value))
        wait({ text: step.value, mark: () => log.markUnusedText(step.id) })
    },
    told(method, value, run, mark) {
      if (!isAndroidText(method, value)) return run()
      const mine = { text: value, mark }
      waiting = [...waiting, mine]
      const result = run()
      if (!waiting.includes(mine)) return result
      // The kit itself parses the text right after the callback.
      waiting = waiting.filter((one) => one !== mine)
      void Promise.resolve().then(() => wait(mine))
      return result
    },
    stop() {
      for (const stop of stops) stop()
    },
  }
}

/** Reads the texts in an argument: a request's body, or an object around one. */
function wordsIn(given: unknown): string {
  if (typeof given === 'string') return given
  try {
    if (typeof FormData === 'function' && given instanceof FormData) return valuesOf(given)
    if (typeof URLSearchParams === 'function' && given instanceof URLSearchParams) return valuesOf(given)
    const { body } = Object(given) as { body?: unknown }
    return body ? wordsIn(body) : JSON.stringify(given) || ''
  } catch {
    // A getter of the page threw, the object contains itself, or the browser cannot read forms.
    return ''
  }
}

function valuesOf(form: FormData | URLSearchParams): string {
  const values: string[] = []
  // newer-api: where it is missing, `wordsIn` catches the exception
  form.forEach((value: unknown) => void values.push(String(value)))
  return values.join('\n')
}

/** A shorter value in a text may stand elsewhere by chance. */
const SHORTEST = 6

/**
 * Lists what shows that a page has used a text: the text itself, inside JSON, a form or an address; or a value in it, since
 * a page may parse it by `eval` or by a pattern.
 */
const formsOf = (text: string): readonly string[] =>
  [text, ...(text.match(/"[^"\\]*"(?=\s*[,}\]])/g) || []).map((value) => value.slice(1, -1))]
    .filter((one, index) => !index || one.length >= SHORTEST)
    .reduce<string[]>(
      (all, one) => all.concat(one, JSON.stringify(one).slice(1, -1), encodeURIComponent(one)),
      [],
    )

/** Calls `see` with the arguments of each call of a function. The page notices nothing. */
function watchFunction(
  owner: object | undefined,
  name: string,
  see: (args: readonly unknown[]) => void,
): () => void {
  const before = owner && Object.getOwnPropertyDescriptor(owner, name)
  const own = owner && (Reflect.get(owner, name) as unknown)
  if (!owner || typeof own !== 'function') return () => undefined
  const watched = new Proxy(own as (...args: unknown[]) => unknown, {
    apply(target, self, args: unknown[]) {
      see(args)
      return Reflect.apply(target, self, args)
    },
    // Pages test for native functions by their text, and a proxy has none of its own.
    get: (target, key) =>
      key === 'toString'
        ? () => Function.prototype.toString.call(target)
        : (Reflect.get(target, key) as unknown),
  })
  Object.defineProperty(owner, name, {
    configurable: true,
    writable: true,
    enumerable: !!before?.enumerable,
    value: watched,
  })
  return () => {
    if (Reflect.get(owner, name) !== watched) return
    if (before) Object.defineProperty(owner, name, before)
    else Reflect.deleteProperty(owner, name)
  }
}
