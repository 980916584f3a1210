/** Situations that a whole page is taken through, each chosen once: nothing is asked meanwhile. */
import { traitsOf } from '../call/methods'
import { methodsOf } from '../simulator/methods'
import type { Situation, WalletSettings } from './settings'
import { WEB_AUTHORIZATION } from './webAuthorization'

/** ms until a late bridge is up: a user has tapped by then. */
const LATE = 5000

/** Every method in which a person acts, and `appletAuth`, which may raise the wallet's own login. */
const ASKED = [...methodsOf('latest'), 'appletExplicitAuth', WEB_AUTHORIZATION].filter(
  (method) => method === 'appletAuth' || method === WEB_AUTHORIZATION || traitsOf(method).interactive,
)

function all(answer: string): WalletSettings {
  const answers: Record<string, string> = {}
  for (const method of ASKED) answers[method] = answer
  return { answers }
}

/** What each changes of the settings. */
const changes: Readonly<Record<Situation, () => WalletSettings>> = {
  success: () => ({ answers: {} }),
  cancelled: () => all('cancelled'),
  c02: () => all('c02'),
  silent: () => all('silent'),
  94: () => ({ answers: { bioDetect: '94' } }),
  'bridge-late': () => ({ answers: {}, readyAfter: LATE }),
  'bridge-never': () => ({ answers: {}, readyAfter: 'never' }),
  'sdk-missing': () => ({ answers: {} }),
  outside: () => ({ answers: {}, insideWallet: false }),
}

/** The settings in a situation: platform, bridge, language and latency stay, and so do results. */
export const inSituation = (settings: WalletSettings, situation: Situation | undefined): WalletSettings =>
  situation ? { ...settings, ...changes[situation](), ask: false } : settings
