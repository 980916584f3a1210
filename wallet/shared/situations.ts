/** Situations put a whole page through one condition. The wallet asks nothing meanwhile. */
import { traitsOf } from '../../src/internalsWithoutDom'
import { methodsOf } from '../methods/generations'
import { type DeskSettings, type Situation, type WalletSettings, withDefaults } from './settings'
import { WEB_AUTHORIZATION } from './webAuthorization'

/** ms until a late bridge is up. A user has tapped by then. */
const LATE_BRIDGE = 5000

/** Is it a call at which the user acts? `appletAuth` may open the wallet's own login. */
export const asksUser = (method: string): boolean =>
  method === 'appletAuth' || method === WEB_AUTHORIZATION || traitsOf(method).interactive

const ASKING_METHODS = [...methodsOf('latest'), 'appletExplicitAuth', WEB_AUTHORIZATION].filter(asksUser)

function all(answer: string): WalletSettings {
  const answers: Record<string, string> = {}
  for (const method of ASKING_METHODS) answers[method] = answer
  return { answers }
}

/** The settings that each situation changes. */
const changes: Readonly<Record<Situation, () => WalletSettings>> = {
  success: () => ({ answers: {} }),
  cancelled: () => all('cancelled'),
  c02: () => all('c02'),
  silent: () => all('silent'),
  94: () => ({ answers: { bioDetect: '94' } }),
  'bridge-late': () => ({ answers: {}, readyAfter: LATE_BRIDGE }),
  'bridge-never': () => ({ answers: {}, readyAfter: 'never' }),
  // No setting has it: `client.ts` does not run the file, `standIn.ts` gives no script.
  'sdk-missing': () => ({ answers: {} }),
  outside: () => ({ answers: {}, insideWallet: false }),
  'config-refused': () => ({ answers: { config: 'c01' } }),
}

/** Applies a situation to the settings. Platform, bridge, language, latency and results stay. */
export const inSituation = (settings: WalletSettings, situation: Situation | undefined): WalletSettings =>
  situation ? { ...settings, ...changes[situation](), ask: false } : settings

/** Reads the settings in force: the chosen ones, where the situation does not say otherwise, with the defaults. */
export const settingsInForce = (settings: DeskSettings): ReturnType<typeof withDefaults<WalletSettings>> =>
  withDefaults(inSituation(settings, settings.situation))
