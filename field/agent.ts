/** Reads the wallet's own fields of a user agent, without any of the user or the phone's model. */

export interface AgentFacts {
  /** Fields such as `version 1015` or `upApplet single`, in order. A possible id is replaced by `…`. */
  readonly fields: readonly string[]
  /** How the page was opened: as a mini-program or as a plain signed page; undefined if unknown. */
  readonly opened?: 'upApplet' | 'upHtml'
}

/**
 * Matches a field in brackets. The brackets with the phone and its browser contain semicolons, or are the same
 * everywhere.
 */
const FIELD = /\(([^();]{1,80})\)/g
const OF_BROWSERS = 'KHTML, like Gecko'
/** Matches a long number, or a long word with digits, which may be the id of a phone or a user. */
const MAY_BE_ID = /\d{7}|(?=\S*\d)[^\s.]{16}|@/

export function agentFacts(userAgent: string): AgentFacts {
  const fields: string[] = []
  for (let found = FIELD.exec(userAgent); found; found = FIELD.exec(userAgent)) {
    const field = (found[1] || '').trim()
    if (field && field !== OF_BROWSERS) fields.push(shortened(field))
  }
  const has = (name: string) => fields.some((field) => field.split(' ')[0]?.toLowerCase() === name)
  if (has('upapplet')) return { fields, opened: 'upApplet' }
  return has('uphtml') ? { fields, opened: 'upHtml' } : { fields }
}

/** Replaces a possible id in a field. The field's name stays. */
function shortened(field: string): string {
  const [name = '', ...values] = field.split(' ')
  return [name, ...values].map((word) => (MAY_BE_ID.test(word) ? '…' : word)).join(' ')
}

/** Finds the browser engine: ArkWeb 4.1 (Chrome 114), Chrome 78, iOS 16.3. */
export function engineOf(userAgent: string): string | undefined {
  const ark = /ArkWeb\/(\d{1,4}(?:\.\d{1,4})?)/.exec(userAgent)
  const chrome = /Chrome\/(\d{1,4})/.exec(userAgent)
  const ios = /OS (\d{1,3})_(\d{1,3})/.exec(userAgent)
  const chromium = chrome ? `Chrome ${chrome[1]}` : undefined
  if (ark) return [`ArkWeb ${ark[1]}`, chromium && `(${chromium})`].filter(Boolean).join(' ')
  return chromium || (ios ? `iOS ${ios[1]}.${ios[2]}` : undefined)
}
