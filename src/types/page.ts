import type { Fields, Flag, Method, Undocumented } from './method'

/** The right button of the title bar: a text or an image (upsdk-behaviour §4). */
export type RightButton = { title: string; image?: string } | { title?: string; image: string }

/** The look of the title bar (upsdk-behaviour §4). */
export interface TitleStyle {
  /** "0xAARRGGBB": alpha, red, green, blue in hexadecimal. */
  navBackgroundColor?: string
  /** The colour of text and icons on the bar. */
  appletStyle?: 'black' | 'white'
  /** 1 shows the back button. */
  backBtnVisible?: Flag | 0 | 1
  /** 1 shows the title bar. */
  appletTitleBarVisible?: Flag | 0 | 1
  /** Where the gradient begins: "top", … */
  appletTitleGradientOrient?: 'top' | (string & Record<never, never>)
  appletTitleGradientStartColor?: string
  appletTitleGradientEndColor?: string
}

/**
 * Handlers of `registerLifecycle`. Each gets a document event on Android, and the bridge's value on iOS. New code uses
 * `upsdk.on('onPageShow', …)`.
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

/** Methods for what surrounds the page: title bar, menu, toast and lifecycle. */
export interface PageMethods {
  /**
   * Sets the title. Native never calls back (H11).
   *
   * Resolves to nothing once it is sent.
   *
   * @param title the title; a string in place of the object will do (upsdk-behaviour §4)
   */
  setNavigationBarTitle: Method<{ title: string } | string, void>

  /**
   * Sets the right button of the title bar. `upsdk.on('rightbtnclick', handler, { title })` takes any number of
   * handlers, although upsdk has one slot (H15). Native may stay silent.
   *
   * Resolves to nothing.
   *
   * @param title, image the text or image on the button; one is required (upsdk-behaviour §4)
   * @param handler gets the event object of each tap
   */
  setNavigationBarRightButton: Method<
    RightButton & {
      /** Runs at each tap. */
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
   * Resolves to native's answer, or to undefined without one. Rejects with `unsupported` in older wallets (H16).
   */
  setMenuBarStyle: Undocumented

  /**
   * Gets the position of the menu button. The misspelt name is upsdk's own.
   *
   * Resolves to an object of undocumented fields. Rejects with `unsupported` in older wallets (H16).
   */
  getMenuButtonBundingClientRect: Undocumented<Fields>

  /**
   * Shows the wallet's own toast. Native never calls back (H11); `upsdk.toast` shows the kit's.
   *
   * Resolves to nothing once it is sent.
   *
   * @param msg the text; a string in place of the object will do (upsdk-behaviour §4). Pages pass `err.msg` of `fail`
   *   unchanged, which may be undefined
   */
  showFlashInfo: Method<{ msg: string | undefined } | string, void>

  /**
   * Listens for the lifecycle of the app and the page. `upsdk.on` takes any number of handlers for each, although upsdk
   * has one slot (H15). Native may stay silent.
   *
   * Resolves to native's answer, or to undefined without one.
   *
   * @param onAppLoad, onAppShow, onAppHide lifecycle of the app
   * @param onPageLoad, onPageShow, onPageHide, onPageBack lifecycle of the page
   * @param rerender runs when the page has to render again
   */
  registerLifecycle: Method<(LifecycleHandlers & Fields) | undefined, unknown>
}
