import type { Fields, Method, Undocumented } from './method'

/** Content of a share (upsdk-behaviour §4). The SDK file fills in missing fields. */
export interface ShareContent {
  title?: string
  desc?: string
  /**
   * The address to share. A bare page address opens in a browser; `shareLink` of `upsdk-kit/open-in-app` leads back
   * into the mini-program. Default: the address of the page. upsdk appends `channel` to it (H10; your object stays
   * unchanged).
   */
  shareUrl?: string
  /** The address of the picture. */
  picUrl?: string
}

/** One channel and its content (upsdk-behaviour §4). */
export interface ShareChannel {
  shareId: string
  /** '1' link, '2' text, '4' image; '' leaves it to the channel. */
  shareType: '1' | '2' | '4' | ''
  shareData?: { content?: string; image?: string }
}

/** Methods for sharing with other people and apps. */
export interface ShareMethods {
  /**
   * Opens the share panel. Native never calls back (H11).
   *
   * Resolves to nothing once it is sent. Rejects with `busy`.
   *
   * @param title, desc, shareUrl, picUrl the content to share
   */
  showSharePopup: Method<ShareContent | undefined, void>

  /**
   * Shares through one channel, without a panel.
   *
   * Rejects with `unsupported` (01: the channel's app is not installed), `invalid-params` (02: wrong `shareType` or
   * `shareId`) (upsdk-behaviour §3), `busy`.
   *
   * @param shareId the channel
   * @param shareType '1' link, '2' text, '4' image
   */
  shareSinglePlugin: Method<ShareContent & ShareChannel, unknown>

  /**
   * Opens a share panel with chosen channels.
   *
   * Rejects as `shareSinglePlugin` does.
   *
   * @param shareList the channels; default: those of the SDK file
   * @param shareCallback returns what is shared through the channel that the user chose; it may run many times
   */
  showShareMorePanel: Method<
    | (ShareContent & {
        shareList?: readonly ShareChannel[]
        /** Returns what is shared through the channel that the user chose. */
        shareCallback?(channel: unknown, content: Fields): unknown
      })
    | undefined,
    unknown
  >

  /**
   * Opens the share panel of the mini-program. Native may stay silent.
   *
   * Resolves to nothing. Rejects with `busy`.
   */
  appletSharePopup: Method<undefined, void>

  /**
   * Sets the content that the mini-program's share panel shares. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined without one.
   */
  setAppletShareInfo: Undocumented

  /**
   * Sets the basic content that the mini-program shares. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined without one. Rejects with `unsupported` in older wallets (H16).
   */
  setAppletShareBaseInfo: Undocumented

  /**
   * Removes the share entry from the menu. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined without one. Rejects with `unsupported` in older wallets (H16).
   */
  hideShareMenu: Undocumented
}
