import type { PlayedAction } from './actions'
import type { AnsweredDialog } from './log'
import type { WhyNot } from './messages'

/** The symbol's name under which a window holds the client. A second copy finds it there and does nothing. */
export const CLIENT_NAME = 'upsdk-kit.wallet'

export const CLIENT: unique symbol = /* @__PURE__ */ Symbol.for(CLIENT_NAME) as never

/** The members of a page's client that the phone around it calls. */
export interface ClientInFrame {
  /**
   * In a replay: performs an action, if it can be done now.
   *
   * @param answered what the user answered to dialogs of the browser
   * @returns why not; undefined if it was done
   */
  act?(action: PlayedAction, answered: readonly AnsweredDialog[]): WhyNot | undefined
  /** In a replay: nothing more is waited for. Tells the phone what is left to tell. */
  endRun?(): void
  /** Writes a test for `upsdk-kit/playwright` from what happened on this page. */
  asTest(): string
}

/** The member of a page's client that a kit in upsdk's place needs. */
export interface ClientOfKit {
  /** Makes the object that the page calls in the place of the kit. */
  followKit(kit: object): object
}

/** The members of a page's client that a script in the place of one of UnionPay's files calls. */
export interface ClientOfStandIn {
  /** Does what upsdk's file does when it runs: makes `window.upsdk`. */
  sdkLoaded(): void
  /** Does what UnionPay's own bridge script does: brings the bridge up, even for an upsdk inside the page's bundle. */
  bridgeLoaded(): void
}

/** The symbol's name under which a window holds the options of a client that starts before there is a document. */
export const OPTIONS_NAME = 'upsdk-kit.wallet.options'

/** The beginning of the names under which the tools keep something in the page's storage. */
export const OWN_STORAGE = CLIENT_NAME
