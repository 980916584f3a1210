import type { DialogRequest } from './presenter'
import type { TextFinder } from './texts'
import type { UpsdkWindow } from './window'

/** The kit's services for the way into the app. */
export interface OpenInAppContext {
  readonly window: UpsdkWindow
  /** The texts of the language in use. */
  texts(): TextFinder
  /** Asks the user; false where nobody can be asked. */
  ask(request: DialogRequest): Promise<boolean>
  /** Shows a text. */
  toast(text: string): void
  /** Can the kit show a picture in a dialog? */
  readonly canShowPicture: boolean
  /** Runs when the kit is destroyed. @returns takes it back */
  onDestroy(run: () => void): () => void
}

/** The way into the app from outside: what `openInApp({ … })` of `upsdk-kit/open-in-app` gives. */
export interface OpenInApp {
  /** Does the page say what of its query is handed on? The inspector warns where it does not. */
  readonly handsOnQuery: boolean
  /** The label of the button that opens the app. */
  label(texts: TextFinder): string
  /** Opens the page in the app, or tells the user another way. @returns true when the app came up */
  open(context: OpenInAppContext): Promise<boolean>
}
