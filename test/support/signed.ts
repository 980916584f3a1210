/** Lets a test control signed mode. */
import { SIGNED, wallet } from './wallet'

export const NEWER = { ...SIGNED, nonceStr: 'newer' }

export type Run = (value?: unknown) => void

/** Makes an upsdk that runs nothing by itself: the test says when. */
export function upsdkByHand() {
  wallet()
  const stored = { pluginReady: [] as Run[], ready: [] as Run[], error: [] as Run[] }
  const sent: string[] = []
  const raw = {
    pluginReady: (run: Run) => stored.pluginReady.push(run),
    ready: (run: Run) => stored.ready.push(run),
    error: (run: Run) => stored.error.push(run),
    config: () => sent.push('config'),
    saveData({ success }: { success: Run }) {
      sent.push('saveData')
      success()
    },
  }
  window.upsdk = raw
  return { raw, stored, sent }
}

export const runAll = (list: Run[], value?: unknown) => {
  for (const run of list.slice()) run(value)
}
