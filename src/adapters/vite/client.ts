/**
 * Gives a page the tools of the Vite plug-in and `upsdk-kit/dev`: a simulated wallet, a control that shows and changes it,
 * and an inspector for each kit. Never in a build for production.
 */
import { installDevTools } from '../../devTools'
import { isWalletAgent } from '../../gate/environment'
import { consoleInspector } from '../../inspector/console'
import { installSimulator } from '../../simulator'
import { toAnswers } from './answers'
import { showControl } from './control'
import { keepSdkOut } from './sdkFile'
import type { ClientOptions, WalletSettings } from './settings'

const STORED = 'upsdk-kit.vite'

/** Joins the remembered settings with the page's; the remembered ones win. */
function readSettings(defaults: WalletSettings): WalletSettings {
  try {
    return { latency: 300, ...defaults, ...JSON.parse(localStorage.getItem(STORED) || '{}') }
  } catch {
    return { latency: 300, ...defaults }
  }
}

/** Starts it, once in a page. In a real wallet the simulated one stands aside. */
export function start({ simulator, inspector, sdkTags = [] }: ClientOptions): void {
  if (!installDevTools({ inspector: inspector ? consoleInspector : undefined }) || !simulator) return
  if (isWalletAgent(navigator.userAgent)) {
    // While the page is being read, so that they run before what comes after them.
    for (const tag of sdkTags) document.write(tag)
    return
  }
  simulate(simulator === true ? {} : simulator)
}

function simulate(defaults: WalletSettings): void {
  const settings = readSettings(defaults)
  keepSdkOut()
  installSimulator({ ...settings, examples: true, answers: toAnswers(settings) })
  const change = (changed: WalletSettings | undefined) => {
    if (changed) localStorage.setItem(STORED, JSON.stringify({ ...settings, ...changed }))
    else localStorage.removeItem(STORED)
    location.reload()
  }
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => showControl(settings, change))
  else showControl(settings, change)
}
