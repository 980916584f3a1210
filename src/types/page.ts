import type { Fields, Flag, Method, Undocumented } from './method'

/** The right button of the title bar: a text or an image (upsdk-behaviour §4). */
export type RightButton = { title: string; image?: string } | { title?: string; image: string }

/** The look of the title bar (upsdk-behaviour §4). */
export interface TitleStyle {
  /** "0xAARRGGBB": alpha, red, green, blue in hexadecimal. */
  navBackgroundColor?: string
  /** The colour of what stands on the bar. */
  appletStyle?: 'black' | 'white'
  /** 1: the back button is seen. */
  backBtnVisible?: Flag | 0 | 1
  /** 1: the title bar is seen. */
  appletTitleBarVisible?: Flag | 0 | 1
  /** Where the gradient begins: "top", … */
  appletTitleGradientOrient?: 'top' | (string & Record<never, never>)
  appletTitleGradientStartColor?: string
  appletTitleGradientEndColor?: string
}

/**
 * Handlers of `registerLifecycle`. On Android each gets a document event, on iOS what the bridge gives.
 * New code uses `upsdk.on('onPageShow', …)`.
 */
export interface LifecycleHandlers {
  onAppLoad?(event: unknown): void
  onAppShow?(event: unknown): void
  onAppHide?(event: unknown): void
  onPageLoad?(event: unknown): void
  onPageShow?(event: unknown): void
  onPageHide?(event: unknown): void
  onPageBack?(event: unknown): void
  rerender?(event: unknown): void
}

/** Methods for the page's surroundings: title bar, menu, toast, lifecycle. */
export interface PageMethods {
  /**
   * Sets the title. Native never calls back (H11).
   *
   * Resolves to nothing, when sent.
   *
   * @param title the title; a string in place of the object will do (upsdk-behaviour §4)
   */
  setNavigationBarTitle: Method<{ title: string } | string, void>

  /**
   * Sets the right button of the title bar. `upsdk.on('rightbtnclick', handler, { title })` takes any number of
   * handlers, where upsdk has one slot (H15). Native may stay silent.
   *
   * Resolves to nothing.
   *
   * @param title, image what is on the button: one is needed (upsdk-behaviour §4)
   * @param handler hears of taps, with the event object
   */
  setNavigationBarRightButton: Method<
    RightButton & {
      /** Hears of taps. */
      handler?(event: Event & Fields): void
    },
    void
  >

  /**
   * Sets the look of the title bar. Native may stay silent.
   *
   * Resolves to nothing.
   *
   * @param navBackgroundColor "0xAARRGGBB" (upsdk-behaviour §4)
   */
  setTitleStyle: Method<TitleStyle | undefined, void>

  /**
   * Sets the look of the menu bar. Native may stay silent.
   *
   * Resolves to what native gives, or undefined. Rejects with `unsupported` in older wallets (H16).
   */
  setMenuBarStyle: Undocumented

  /**
   * Tells where the menu button is. The name is upsdk's, with its slip.
   *
   * Resolves to an object of undocumented fields. Rejects with `unsupported` in older wallets (H16).
   */
  getMenuButtonBundingClientRect: Undocumented<Fields>

  /**
   * Shows a toast of the wallet. Native never calls back (H11); `upsdk.toast` falls back on the page's own.
   *
   * Resolves to nothing, when sent.
   *
   * @param msg the text; a string in place of the object will do (upsdk-behaviour §4). Pages hand over `err.msg` of
   * `fail` as it is, which may be undefined
   */
  showFlashInfo: Method<{ msg: string | undefined } | string, void>

  /**
   * Hears of the life of app and page. `upsdk.on` takes any number of handlers for each, where upsdk has one slot
   * (H15). Native may stay silent.
   *
   * Resolves to what native gives, or undefined.
   *
   * @param onAppLoad, onAppShow, onAppHide of the app
   * @param onPageLoad, onPageShow, onPageHide, onPageBack of the page
   * @param rerender the page is to be rendered anew
   */
  registerLifecycle: Method<(LifecycleHandlers & Fields) | undefined, unknown>
}
