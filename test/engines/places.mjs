/** The pages that each browser opens, each with its wallet or browser. */
import { readdirSync } from 'node:fs'
import { BROWSER_AGENT, walletAgent } from '../support/nativeSide.mjs'

const MAIN = 'upsdk-kit.min.js'
const globalFiles = () =>
  readdirSync('dist')
    .filter((file) => file.endsWith('.min.js') && file !== MAIN)
    .map((file) => `/dist/${file}`)

/** By their names in an address: the script in `pages/`, what it needs besides the kit, and its policy. */
export const pages = {
  guard: { name: 'guard' },
  settlement: { name: 'settlement' },
  codes: { name: 'codes' },
  showing: { name: 'showing' },
  'showing, strict policy': { name: 'showing', policy: 'strict' },
  'drop-in': { name: 'drop-in' },
  events: { name: 'events' },
  modules: { name: 'modules', module: true },
  'no-bridge': { name: 'no-bridge' },
  outside: { name: 'outside', files: ['/dist/upsdk-kit.open-in-app.min.js'], policy: 'trusted' },
  fallbacks: { name: 'fallbacks', files: ['/dist/upsdk-kit.fallbacks.min.js'], policy: 'trusted' },
  globals: { name: 'globals', files: globalFiles() },
}

const INSIDE = ['guard', 'settlement', 'codes', 'drop-in', 'events', 'modules']
/** All three languages are the wallet's once; what is shown is looked at with and without a policy over each bridge. */
const WALLETS = [
  { platform: 'android', bridge: 'cordova', language: 'zh_CN', more: 'showing' },
  { platform: 'ios', bridge: 'cordova', language: 'zh_HK', more: 'showing, strict policy' },
  { platform: 'android', bridge: 'jsbridge', language: 'en_US', more: 'showing, strict policy' },
  { platform: 'ios', bridge: 'jsbridge', language: 'zh_CN', more: 'showing' },
]

/** Those with the same user agent come one after the other. */
export const visits = [
  ...WALLETS.flatMap((wallet) =>
    [...INSIDE, wallet.more].map((page) => ({
      page,
      where: `${wallet.platform}, ${wallet.bridge}`,
      userAgent: walletAgent(wallet),
    })),
  ),
  {
    page: 'no-bridge',
    where: 'bridge lost',
    userAgent: walletAgent().replace('cordova 4.5.4', 'cordova 4.0.0'),
  },
  { page: 'no-bridge', where: 'no bridge', userAgent: walletAgent({ bridge: 'none' }) },
  { page: 'outside', where: 'WeChat', userAgent: `${BROWSER_AGENT} MicroMessenger/8.0` },
  { page: 'fallbacks', where: 'browser', userAgent: BROWSER_AGENT },
  { page: 'globals', where: 'browser', userAgent: BROWSER_AGENT },
]

/** The bridges, for the report. */
export const bridges = [...new Set(WALLETS.map(({ bridge }) => bridge))]
