/** The stories: what goes wrong in the shop. Their texts are in zh.ts and en.ts. */
import type { Situation } from '../../wallet/shared/situations'
import type { WalletSettings } from '../../wallet/shared/walletSettings'

/** What the shop's buttons do. */
export const ACTIONS = ['pay', 'scanQRCode', 'bioDetect', 'appletExplicitAuth', 'backend'] as const
export type ShopAction = (typeof ACTIONS)[number]

/** The ten of the list, and those behind “more”. */
export const GROUPS = ['first', 'code', 'more'] as const
export type GroupId = (typeof GROUPS)[number]

export interface Story {
  readonly group: GroupId
  /** The button that the reader taps. */
  readonly action: ShopAction
  /** How often it is tapped. @default 1 */
  readonly taps?: 1 | 2 | 3
  readonly situation?: Situation
  /** What the shop itself sets in the wallet, where no situation has it. */
  readonly settings?: WalletSettings
  /**
   * Where the phone wants a kit in upsdk's place, the shop has one of its own, since the story needs options that the
   * phone does not offer.
   */
  readonly hasOwnKit?: boolean
  /** What the shop without the kit does otherwise: no `pluginReady`, a button that is locked until a callback runs. */
  readonly rawShop?: 'impatient' | 'locks'
  /** How the shop shows a failure. @default a dialog of its own, or the kit's message */
  readonly shownBy?: 'wallet' | 'page'
  /** Is the bridge up only after a tap, and with the kit alone? */
  readonly isReadyAfterTap?: boolean
  /** Does the shop sign its page, with `config`? */
  readonly isSigned?: boolean
}

const face = (code: string, more: Partial<Story> = {}): Story => ({
  group: 'code',
  action: 'bioDetect',
  settings: { answers: { bioDetect: code } },
  ...more,
})

const mobile = (situation?: Situation): Story => ({
  group: 'more',
  action: 'appletExplicitAuth',
  hasOwnKit: true,
  ...(situation && { situation }),
})

export const stories = {
  unconfirmed: { group: 'first', action: 'pay', situation: 'failed', hasOwnKit: true },
  lost: { group: 'first', action: 'pay', taps: 3, situation: 'silent', hasOwnKit: true, rawShop: 'locks' },
  double: { group: 'first', action: 'pay', taps: 2, hasOwnKit: true },
  cancelled: { group: 'first', action: 'pay', situation: 'cancelled', hasOwnKit: true },
  early: {
    group: 'first',
    action: 'pay',
    settings: { readyAfter: 'never' },
    isReadyAfterTap: true,
    hasOwnKit: true,
    rawShop: 'impatient',
  },
  late: { group: 'first', action: 'scanQRCode', taps: 2, settings: { readyAfter: 5000 } },
  after: { group: 'first', action: 'pay', settings: { readyAfter: 12_000 }, hasOwnKit: true },
  missing: { group: 'first', action: 'pay', situation: 'sdk-missing', hasOwnKit: true },
  outside: { group: 'first', action: 'pay', situation: 'outside', hasOwnKit: true },
  network: { group: 'first', action: 'backend', hasOwnKit: true },
  94: { group: 'code', action: 'bioDetect', situation: 'failed' },
  95: face('95'),
  96: face('96', { hasOwnKit: true }),
  97: face('97'),
  98: face('98'),
  99: face('99', { hasOwnKit: true }),
  c02: { group: 'code', action: 'bioDetect', situation: 'c02' },
  c03: face('c03'),
  c05: face('c05', { rawShop: 'impatient' }),
  never: { group: 'more', action: 'bioDetect', situation: 'bridge-never' },
  signed: { group: 'more', action: 'scanQRCode', situation: 'config-refused', isSigned: true },
  paid: { group: 'more', action: 'pay' },
  mobile: mobile(),
  'mobile-refused': mobile('cancelled'),
  'mobile-c02': mobile('c02'),
  own: face('95', { group: 'more', hasOwnKit: true, shownBy: 'page' }),
  'wallet-toast': face('95', { group: 'more', shownBy: 'wallet' }),
} as const satisfies Readonly<Record<string, Story>>

export type StoryId = `${keyof typeof stories}`

/** All stories in the order in which they are listed. */
export const STORY_IDS = GROUPS.flatMap((group) =>
  (Object.keys(stories) as StoryId[]).filter((id) => stories[id].group === group),
)

export const storyOf = (id: StoryId): Story => stories[id]

/** Finds a story by its name, which may come from an address. */
export const findStory = (name: string): StoryId | undefined => STORY_IDS.find((id) => id === name)

/** Without the kit, or with it. */
export type Mode = 'raw' | 'kit'

/** Makes the address of the shop, as its story begins. */
export const shopAddress = (id: StoryId): string => `shop.html?story=${id}`

/** Reads the story of the shop. Without one it is the shop of a paid order. */
export const readShopAddress = (search: string): StoryId =>
  findStory(new URLSearchParams(search).get('story') || '') || 'paid'
