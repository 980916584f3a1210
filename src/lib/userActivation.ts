import type { UpsdkWindow } from '../types/window'

const activation = (window: Partial<Pick<UpsdkWindow, 'navigator'>> | undefined) =>
  (window?.navigator as Partial<Navigator> | undefined)?.userActivation

/** Has the user touched this page at all? If not, no user asked for a call. True in old browsers, which do not know. */
export const hasUserActed = ({ navigator }: Pick<UpsdkWindow, 'navigator'>): boolean =>
  (navigator as Partial<Navigator>).userActivation?.hasBeenActive !== false

/** Does the browser know that the user has just tapped? False in old browsers, which do not know. */
export const isTapActive = (window: Pick<UpsdkWindow, 'navigator'>): boolean =>
  activation(window)?.isActive === true

/**
 * Is the last tap recent enough for the browser to let a script open something? True in old browsers, which do not
 * know.
 */
export const isTapFresh = (window: Parameters<typeof activation>[0]): boolean =>
  activation(window)?.isActive !== false
