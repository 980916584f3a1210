/**
 * The script of a page in development: a simulated wallet that is up before its first script, and a control to
 * change it. Served by the plug-in, and never in a build.
 */
import { fail, installSimulator, silent, succeed } from '../../simulator'
import type { Answers } from '../../simulator/answers'
import { showControl } from './control'
import type { ClientOptions, WalletSettings } from './settings'

const STORED = 'upsdk-kit.vite'

/** Joins the remembered settings with the plug-in's; the remembered ones win. */
function readSettings(defaults: WalletSettings): WalletSettings {
  try {
    return { latency: 300, ...defaults, ...JSON.parse(localStorage.getItem(STORED) || '{}') }
  } catch {
    return { latency: 300, ...defaults }
  }
}

function toAnswers({ answers = {}, results = {} }: WalletSettings): Answers {
  const made: Record<string, Answers[string]> = {}
  for (const method of Object.keys(results)) made[method] = succeed(results[method])
  for (const method of Object.keys(answers)) {
    const answer = answers[method]
    if (answer) made[method] = answer === 'silent' ? silent() : fail(answer)
  }
  return made
}

/** Starts it, unless the page is in a real wallet: there it stands aside. */
export function start({ defaults, sdkTags }: ClientOptions): void {
  if (/com\.unionpay/i.test(navigator.userAgent)) {
    // While the page is being read, so that they run before what comes after them.
    for (const tag of sdkTags) document.write(tag)
    return
  }
  const settings = readSettings(defaults)
  installSimulator({ ...settings, answers: toAnswers(settings) })
  const change = (changed: WalletSettings | undefined) => {
    if (changed) localStorage.setItem(STORED, JSON.stringify({ ...settings, ...changed }))
    else localStorage.removeItem(STORED)
    location.reload()
  }
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => showControl(settings, change))
  else showControl(settings, change)
}
