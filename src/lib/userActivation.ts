import type { UpsdkWindow } from '../types/window'
import { read } from './values'

/** Asks the browser about the user's taps. Undefined in old browsers, which do not know. */
const activation = (
  window: Pick<UpsdkWindow, 'navigator'> | undefined,
  question: keyof UserActivation,
): unknown => read(read(read(window, 'navigator'), 'userActivation'), question)

/** Has the user touched this page at all? If not, no user asked for a call. True in old browsers. */
export const hasUserActed = (window: Pick<UpsdkWindow, 'navigator'>): boolean =>
  activation(window, 'hasBeenActive') !== false

/** Does the browser know that the user has just tapped? False in old browsers. */
export const isTapActive = (window: Pick<UpsdkWindow, 'navigator'>): boolean =>
  activation(window, 'isActive') === true

/** Does the browser know of taps at all? False in old browsers. */
export const knowsTaps = (window: Pick<UpsdkWindow, 'navigator'>): boolean =>
  activation(window, 'isActive') !== undefined

/** Is the last tap recent enough for the browser to let a script open something? True in old browsers. */
export const isTapFresh = (window: Parameters<typeof activation>[0]): boolean =>
  activation(window, 'isActive') !== false
