import type { DialogRequest } from './presenter'
import type { TextFinder } from './texts'
import type { UpsdkWindow } from './window'

/** The kit's services for opening the app. */
export interface OpenInAppContext {
  readonly window: UpsdkWindow
  /** Gets the texts of the current language. */
  texts(): TextFinder
  /** Asks the user; false if there is no way to ask. @param onShow runs each time that the dialog is shown */
  ask(request: DialogRequest, onShow?: () => void): Promise<boolean>
  /** Shows a text. */
  toast(text: string): void
  /** Can the kit show a picture in a dialog? */
  readonly canShowPicture: boolean
  /** Runs a function when the kit is destroyed. @returns cancels that */
  onDestroy(run: () => void): () => void
}

/**
 * The part `openInApp`, made by `openInApp({ … })` of `upsdk-kit/open-in-app`: opens the page in the app from outside.
 */
export interface OpenInApp {
  /** Does the page say which parameters of its query to keep? If not, the inspector warns. */
  readonly handsOnQuery: boolean
  /** Gets the label of the button that opens the app. */
  label(texts: TextFinder): string
  /** Can a link open the app here? If not, the first dialog shows the other way: a QR code, another browser. */
  canOpen(window: UpsdkWindow): boolean
  /**
   * Opens the page in the app, or shows the user another way.
   *
   * @param failure what the user has not been told yet; the dialog with the other way says it first
   * @returns true if the app opened
   */
  open(context: OpenInAppContext, failure?: string): Promise<boolean>
}
