import type { UpsdkWindow } from '../types/window'

const activation = (window: Partial<Pick<UpsdkWindow, 'navigator'>> | undefined) =>
  (window?.navigator as Partial<Navigator> | undefined)?.userActivation

/** Has the user touched this page at all? What is called on load is nobody's wish. Old browsers do not tell: yes. */
export const hasUserActed = ({ navigator }: Pick<UpsdkWindow, 'navigator'>): boolean =>
  (navigator as Partial<Navigator>).userActivation?.hasBeenActive !== false

/** Is a tap of the user's so fresh that the browser lets a script open something? Old browsers do not tell: yes. */
export const isTapFresh = (window: Parameters<typeof activation>[0]): boolean =>
  activation(window)?.isActive !== false
