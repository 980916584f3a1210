/** Situations put a whole page through one condition. The wallet asks nothing meanwhile. */
import { traitsOf } from '../../src/internalsWithoutDom'
import { methodsOf } from '../methods/generations'
import { LATE_ANSWER } from './outcomes'
import { type WalletSettings, withDefaults } from './walletSettings'
import { WEB_AUTHORIZATION } from './webAuthorization'

/** ms until a late bridge is up. A user has tapped by then. */
const LATE_BRIDGE = 5000

/** Is it a call at which the user acts? `appletAuth` may open the wallet's own login. */
export const asksUser = (method: string): boolean =>
  method === 'appletAuth' || method === WEB_AUTHORIZATION || traitsOf(method).interactive

const allMethods = (): string[] => [...methodsOf('latest'), 'appletExplicitAuth', WEB_AUTHORIZATION]

/** Can it fail? A failed `appletConfig` is one of signed pages: upsdk is not opened. */
const canFail = (method: string): boolean => {
  const { settles, configures } = traitsOf(method)
  return settles !== 'never' && !configures && method !== WEB_AUTHORIZATION
}

/** Gives the methods of a kind the same answer. */
function answering(answer: string, isMeant = asksUser): WalletSettings {
  const answers: Record<string, string> = {}
  for (const method of allMethods()) if (isMeant(method)) answers[method] = answer
  return { answers }
}

interface SituationRow {
  /** The settings that it changes. */
  settings(): WalletSettings
  /** The pages that are offered it. @default all */
  readonly pages?: 'signed'
  readonly zh: string
  readonly en: string
}

const table = {
  success: { settings: () => ({ answers: {} }), zh: '成功', en: 'Success' },
  cancelled: { settings: () => answering('cancelled'), zh: '用户取消', en: 'Cancelled by the user' },
  failed: { settings: () => answering('failed', canFail), zh: '失败', en: 'Failed' },
  c02: { settings: () => answering('c02'), zh: '无权限（c02）', en: 'No permission (c02)' },
  silent: { settings: () => answering('silent'), zh: '不返回', en: 'No answer' },
  late: {
    settings: () => answering('late'),
    zh: `${LATE_ANSWER / 1000} 秒后才成功`,
    en: `Success after ${LATE_ANSWER / 1000} s`,
  },
  'bridge-late': {
    settings: () => ({ answers: {}, readyAfter: LATE_BRIDGE }),
    zh: `桥接 ${LATE_BRIDGE / 1000} 秒后才就绪`,
    en: `Bridge up after ${LATE_BRIDGE / 1000} s`,
  },
  'bridge-never': {
    settings: () => ({ answers: {}, readyAfter: 'never' }),
    zh: '桥接一直不就绪',
    en: 'Bridge never up',
  },
  'sdk-missing': {
    settings: () => ({ answers: {}, upsdk: 'missing' }),
    zh: 'upsdk.js 加载失败',
    en: 'upsdk.js fails to load',
  },
  outside: {
    settings: () => ({ answers: {}, insideWallet: false }),
    zh: '在云闪付外打开',
    en: 'Outside the wallet',
  },
  'config-refused': {
    settings: () => ({ answers: { config: 'c01' } }),
    pages: 'signed',
    zh: '签名未通过（config）',
    en: 'Signature refused (config)',
  },
} satisfies Readonly<Record<string, SituationRow>>

/** A situation that a whole page can be put through. */
export type Situation = keyof typeof table

const rows: Readonly<Record<Situation, SituationRow>> = table

/** All situations, in the order on the phone. */
export const SITUATIONS = Object.keys(rows) as readonly Situation[]

/** Names each situation in a language. */
export const situationNames = (language: 'zh' | 'en'): Readonly<Record<Situation, string>> => {
  const names = {} as Record<Situation, string>
  for (const one of SITUATIONS) names[one] = rows[one][language]
  return names
}

/** Is a situation one of this page? Only a page that calls `config` can have it refused. */
export const isOffered = (situation: Situation, isSigned: boolean): boolean => {
  const { pages } = rows[situation]
  return !pages || isSigned
}

type InSituation = WalletSettings & { readonly situation?: Situation | undefined }

/** Applies a situation to the settings. Platform, bridge, language, latency and results stay. */
export const inSituation = (settings: WalletSettings, situation: Situation | undefined): WalletSettings =>
  situation ? { ...settings, ...rows[situation].settings(), ask: false } : settings

/** Reads the settings in force: the chosen ones, where the situation does not say otherwise, with the defaults. */
export const settingsInForce = (settings: InSituation): ReturnType<typeof withDefaults<WalletSettings>> =>
  withDefaults(inSituation(settings, settings.situation))
