/**
 * Follows what a page still waits for: its document, its requests, and its timers. It changes functions of the page's
 * window, so it runs in a replay alone.
 */

/** A timer that is due later, in ms, is not waited for. */
const LONGEST_TIMER = 10_000
/** A timer that repeats is waited for this often, then no more. */
const MOST_TIMES = 2
/** The page is told to have nothing to wait for once it has had nothing for this long, in ms. */
const SETTLES_IN = 50

/** Something begins that the page waits for. @returns ends it */
type Begin = () => () => void

export interface PendingWork {
  readonly begin: Begin
  /** An action follows. What it starts is waited for, although the same was started before it. */
  beginAction(): void
  /** Runs a function whose timers and requests are not the page's own, as far as it starts them at once. */
  uncounted<Result>(run: () => Result): Result
}

/** @param changed gets whether the page waits for anything, and whether timers of it run that are not waited for */
export function followPendingWork(changed: (isBusy: boolean, hasMore: boolean) => void): PendingWork {
  const { setTimeout: runLater } = window
  let open = 0
  let isCounting = true
  let wasBusy = false
  function tell(): void {
    if (wasBusy === open > 0) return
    wasBusy = !wasBusy
    changed(wasBusy, timers.haveMore())
  }
  const begin: Begin = () => {
    let isOpen = isCounting
    if (!isOpen) return () => undefined
    open++
    tell()
    return () => {
      if (isOpen && --open === 0) runLater(tell, SETTLES_IN)
      isOpen = false
    }
  }
  const timers = followTimers(begin, () => isCounting)
  const scripts = followScripts(begin)
  followDocument(begin)
  followRequests(begin)
  return {
    begin,
    beginAction() {
      timers.beginAction()
      scripts.beginAction()
    },
    uncounted(run) {
      isCounting = false
      try {
        return run()
      } finally {
        isCounting = true
      }
    },
  }
}

/** Waits until the document is parsed, and its deferred scripts have run. */
function followDocument(begin: Begin): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin())
}

function followRequests(begin: Begin): void {
  const { fetch: ownFetch } = window
  if (ownFetch)
    window.fetch = (...given) => {
      const end = begin()
      const answer = ownFetch.apply(window, given)
      answer.then(end, end)
      return answer
    }
  const { send } = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.send = function (...given) {
    this.addEventListener('loadend', begin(), { once: true })
    return send.apply(this, given)
  }
}

/**
 * Follows scripts that an action adds: a part of the page that is loaded when it is needed, or a request by JSONP. Those
 * of its load may be statistics from a host that does not answer.
 */
function followScripts(begin: Begin): Pick<PendingWork, 'beginAction'> {
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      addedNodes.forEach((node) => {
        if (!(node instanceof HTMLScriptElement) || !runs(node)) return
        const end = begin()
        node.addEventListener('load', end)
        node.addEventListener('error', end)
      })
  })
  return { beginAction: () => observer.observe(document, { childList: true, subtree: true }) }
}

/** Does a browser of today load it? */
// newer-api: a page is replayed in the phone alone
const runs = ({ src, type, noModule }: HTMLScriptElement): boolean =>
  !!src && !noModule && /^($|module$|\w+\/javascript$)/.test(type)

interface Timers extends Pick<PendingWork, 'beginAction'> {
  /** Do timers run that are not waited for: long ones, or ones that have repeated? */
  haveMore(): boolean
}

/** @param isCounted whether a timer that is set now is the page's own */
function followTimers(begin: Begin, isCounted: () => boolean): Timers {
  const { setTimeout: setOwnTimeout, setInterval: setOwnInterval, clearTimeout, clearInterval } = window
  /** By the ids of the page's timers. Browsers number timeouts and intervals together. */
  const ends = new Map<unknown, () => void>()
  /** The ids of those that run and are not waited for. */
  const more = new Set<unknown>()
  /** How often each function was given since the last action. */
  let times = new Map<string, number>()

  /** Follows a timer. Of two that are due together, the one that was set first runs first, so ours comes after the page's. */
  function follow(id: unknown, ms: number, rounds: number): void {
    const finished = begin()
    let left = rounds
    const staysOn = rounds > 1 && isCounted()
    const own = setOwnInterval(() => {
      if (--left > 0) return
      if (staysOn) more.add(id)
      end()
    }, ms)
    function end(): void {
      clearInterval(own)
      ends.delete(id)
      finished()
    }
    ends.set(id, end)
  }

  function hasRepeated(handler: unknown, ms: number): boolean {
    const text = typeof handler === 'function' ? Function.prototype.toString.call(handler) : String(handler)
    // All pauses of a page may end with the same native function.
    const key = /\[native code]\s*}$/.test(text) ? `${text} ${ms}` : text
    const count = (times.get(key) || 0) + 1
    times.set(key, count)
    return count > MOST_TIMES
  }

  const clearing = (clear: (id?: number) => void) => (id?: number) => {
    clear(id)
    more.delete(id)
    ends.get(id)?.()
  }
  /** A timer that is not waited for. */
  function leave(id: unknown): void {
    if (isCounted()) more.add(id)
  }
  const msOf = (given: unknown) => Math.max(Number(given) || 0, 0)
  Object.assign(window, {
    setTimeout(handler: TimerHandler, given?: number, ...args: unknown[]) {
      const id = setOwnTimeout(handler, given, ...args)
      const ms = msOf(given)
      if (ms <= LONGEST_TIMER && !hasRepeated(handler, ms)) follow(id, ms, 1)
      else {
        leave(id)
        setOwnTimeout(() => more.delete(id), ms)
      }
      return id
    },
    setInterval(handler: TimerHandler, given?: number, ...args: unknown[]) {
      const id = setOwnInterval(handler, given, ...args)
      const ms = msOf(given)
      if (ms <= LONGEST_TIMER) follow(id, ms, MOST_TIMES)
      else leave(id)
      return id
    },
    clearTimeout: clearing(clearTimeout),
    clearInterval: clearing(clearInterval),
  })
  return {
    beginAction() {
      times = new Map()
    },
    haveMore: () => more.size > 0,
  }
}
