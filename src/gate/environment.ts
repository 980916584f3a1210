import { read } from '../lib/values'
import type { RawUpsdk, UpsdkWindow } from '../lib/window'
import type { Environment } from '../types/environment'

/** The first sign that a user agent has tells its platform. */
const PLATFORMS: readonly (readonly [sign: string, Environment['platform']])[] = [
  ['iphone', 'ios'],
  ['ipad', 'ios'],
  ['ipod', 'ios'],
  ['openharmony', 'harmony'],
  ['arkweb', 'harmony'],
  ['android', 'android'],
]

/** Reads the wallet's fields in a user agent, `(version 1010) (language zh_CN)`, by names in lower case. The first of a name counts. */
function fieldsOf(userAgent: string): Partial<Record<string, string>> {
  const fields = Object.create(null) as Partial<Record<string, string>>
  for (const part of userAgent.split('(')) {
    const [name = '', value = ''] = (part.split(')')[0] || '').split(' ')
    const key = name.toLowerCase()
    if (/^[\w.-]+$/.test(value)) fields[key] = fields[key] || value
  }
  return fields
}

const toNumber = (text = ''): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)

/** Is it the wallet's, by the signs that the SDK file goes by? */
export const isWalletAgent = (userAgent: string): boolean =>
  /com\.unionpay\.(chsp|mobilepay)/i.test(userAgent)

/** Reads a user agent, by the same signs as the SDK file does (upsdk-behaviour §1). */
export function readUserAgent(userAgent: string): Environment {
  const lower = userAgent.toLowerCase()
  const insideWallet = isWalletAgent(userAgent)
  const platform = PLATFORMS.filter(([sign]) => lower.includes(sign))[0]
  const fields = fieldsOf(userAgent)
  const bridge = fields.cordova ? 'cordova' : fields.securitywebcache ? 'jsbridge' : undefined
  return {
    insideWallet,
    platform: platform ? platform[1] : 'other',
    bridge: insideWallet ? bridge : undefined,
    appVersion: toNumber(fields.version),
    clientVersion: toNumber(fields.clientversion),
    language: (fields.language || fields.languagefamily)?.replace(/_/g, '-'),
  }
}

/**
 * Answers with the environment as it is at each use. Where upsdk itself says that it is inside the wallet, that
 * counts: its file is served live, and may admit hosts that the kit has never heard of.
 *
 * @param given the user agent of a request, on a server
 */
export function createEnvironment(
  window: UpsdkWindow | undefined,
  getRaw: () => RawUpsdk | undefined,
  given?: string,
): () => Environment {
  let known: { userAgent: string; environment: Environment } | undefined
  return () => {
    const userAgent = given ?? String(window?.navigator.userAgent || '')
    if (!known || known.userAgent !== userAgent) known = { userAgent, environment: readUserAgent(userAgent) }
    const { environment } = known
    if (environment.insideWallet || read(getRaw(), 'isInsideWallet') !== true) return environment
    return { ...environment, insideWallet: true }
  }
}
