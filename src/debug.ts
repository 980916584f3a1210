import type { UpsdkError } from './errors'
import type { Explanation } from './explain'
import type { Call } from './invoke/call'

/** Lines on the console: for each call when it was sent and what became of it, for each failure what to check. */
export interface Timeline {
  settled(call: Call, error?: UpsdkError): void
  /** A failure that was no call of the kit's: what a page's backend said. */
  noted(error: UpsdkError): void
}

const ms = (time: number) => `${Math.round(time)} ms`

/**
 * Never writes parameters, results, or what the wallet or a server said: the texts are those of the catalogues.
 *
 * @param explain gives the official texts of an error's code
 */
export function createTimeline(explain: (error: UpsdkError) => Explanation): Timeline {
  const told = new Set<string>()

  /** Everything the first time, and then only which failure it was. */
  function story(error: UpsdkError): string {
    const { method, code, reason, detail } = error
    if (told.has(detail)) return [method, code, reason].filter(Boolean).join(' ')
    told.add(detail)
    const { description, solution, source, hint } = explain(error)
    // Codes of one method have none, and those of several meanings are listed in the hint.
    const lacksText = code && !description && source !== 'method' && !hint.includes('One of: ')
    return (
      detail +
      (description ? `\n  official text: ${description}` : '') +
      (solution ? `\n  official advice: ${solution}` : '') +
      (lacksText ? '\n  no official text: see upsdk-kit/server-codes' : '')
    )
  }

  return {
    settled({ method, startedAt, sentAt, settledAt = startedAt }, error) {
      const sent =
        sentAt === undefined
          ? `not sent, ${ms(settledAt - startedAt)}`
          : `waited ${ms(sentAt - startedAt)}, took ${ms(settledAt - sentAt)}`
      if (error) console.warn(`[upsdk-kit] (${sent}) ${story(error)}`)
      else console.info(`[upsdk-kit] ${method} ok (${sent})`)
    },
    noted(error) {
      if (!told.has(error.detail)) console.warn(`[upsdk-kit] ${story(error)}`)
    },
  }
}
