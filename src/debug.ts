import type { UpsdkError } from './errors'
import type { Call } from './invoke/call'

/** A line on the console for each call: when it was sent, what became of it, what to check. */
export interface Timeline {
  settled(call: Call, error?: UpsdkError): void
}

const ms = (time: number) => `${Math.round(time)} ms`

/** Never writes parameters, results, or what the wallet or a server said. */
export function createTimeline(): Timeline {
  return {
    settled({ method, startedAt, sentAt, settledAt = startedAt }, error) {
      const sent =
        sentAt === undefined
          ? `not sent, ${ms(settledAt - startedAt)}`
          : `waited ${ms(sentAt - startedAt)}, took ${ms(settledAt - sentAt)}`
      if (error) console.warn(`[upsdk-kit] ${error.detail} (${sent})`)
      else console.info(`[upsdk-kit] ${method} ok (${sent})`)
    },
  }
}
