/** Parameters of `upsdk.config` in signed H5 pages. The signature comes from the page's own server. */
export interface SignedConfig {
  appId: string
  nonceStr: string
  /** Seconds since 1970. */
  timestamp: string | number
  signature: string
  /** The page's address without its fragment, as it was signed. */
  url?: string | undefined
  /** Old pages pass it, but upsdk does not read it. It signs for your app, so keep it on your server. */
  frontToken?: string | undefined
  /** Lets upsdk show its own messages with `alert` (H18). */
  debug?: boolean | undefined
}

/** A config, or a function that returns one. */
export type SignedConfigSource = SignedConfig | (() => SignedConfig | Promise<SignedConfig>)
