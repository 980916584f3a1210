/** A call that a page of the site makes in a frame. */
export interface LiveCall {
  readonly language: 'zh' | 'en'
  /** The locale of the kit. */
  readonly locale: string
  readonly method: string
  readonly params?: object | undefined
  /** A code of the page's own server, which it hands to `notify` in place of the call. */
  readonly serverCode?: string
  /** Does the page wait for a tap on its button? Else it makes the call at once, too. */
  readonly waits?: boolean
}

/** What the call came to, as JSON; '' for nothing. */
export interface LiveResult {
  readonly liveResult: string
}

/** Makes the address of the page that makes the call. @param run changes it, so that the same call is made again */
export const liveAddress = (call: LiveCall, run: number): string =>
  `live.html?${new URLSearchParams({ run: String(run), call: JSON.stringify(call) })}`

export const readLiveCall = (search: string): LiveCall =>
  JSON.parse(new URLSearchParams(search).get('call') ?? 'null') as LiveCall
