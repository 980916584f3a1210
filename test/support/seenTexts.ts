/** Texts that a user saw, as the log has them. */
import type { SeenText } from '../../wallet/shared/log'

/** A text of the page itself; or one in a dialog of the browser. */
export const ofPage = (message: string, form: SeenText['form'] = 'text'): SeenText => ({
  by: 'page',
  form,
  message,
})

/** A message of the kit. */
export const ofKit = (form: SeenText['form'], message: string, title?: string): SeenText => ({
  by: 'kit',
  form,
  ...(title && { title }),
  message,
})

/** The wallet's own toast. */
export const ofWallet = (message: string): SeenText => ({ by: 'wallet', form: 'toast', message })
