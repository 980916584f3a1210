import type { UpsdkError } from '../failure/error'
import { hasOwn } from '../lib/values'
import type { Reason } from '../types/failure'
import type { Action, Actions, DialogRequest } from '../types/presenter'
import type { TextFinder } from '../types/texts'

/** An action of the kit's own parts has a label in the language of the message. */
export interface KitAction extends Omit<Action, 'label'> {
  label?: string | ((texts: TextFinder) => string)
}

type Keys = readonly string[]
export type KitActions = Readonly<Partial<Record<string, KitAction>>>

/** The facts that a button is found by, besides the error. */
interface ButtonFacts {
  /** Buttons of this call, before the kit's. */
  readonly options: { readonly actions?: Actions }
  readonly traits: { readonly interactive?: boolean }
  /** The reason that buttons go by where there is none for its own. */
  readonly buttonReason?: Reason
}

/**
 * The button of a failure, and the keys that it goes by. Buttons given for the whole kit go by what the message says:
 * none that is given for a reason is put on a sent payment.
 *
 * @param keysOfMessage the most particular first; none of an error of another copy of the kit
 */
export function findAction(
  { code, reason, explanation }: UpsdkError,
  keysOfMessage: Keys | undefined,
  { options, traits, buttonReason }: ButtonFacts,
  ofKit: KitActions,
) {
  // A bare code means the common one, never one method's own.
  const ownKeys = code && explanation.source !== 'method' ? [code, reason] : [reason]
  const keys = keysOfMessage || ownKeys
  const action = pick([...keys, ...ownKeys], options.actions) || pick(keys, ofKit)
  if (action || !buttonReason || !traits.interactive) return { keys, action }
  return {
    keys: [buttonReason],
    action: pick([buttonReason], options.actions) || pick([buttonReason], ofKit),
  }
}

/** The first of the keys that there is an action for. */
function pick(keys: Keys, actions: KitActions = {}): KitAction | undefined {
  const key = keys.filter((name) => hasOwn(actions, name))[0]
  return key === undefined ? undefined : actions[key]
}

/**
 * Makes the texts of a dialog, all in the language of its message.
 *
 * @param unconfirmed it is about a payment that may have been made, which “cancel” would seem to cancel
 */
export function toRequest(
  message: string,
  texts: TextFinder,
  { keys, action }: ReturnType<typeof findAction>,
  unconfirmed: boolean | undefined,
): DialogRequest {
  const { find, locale: lang } = texts
  const ok = find(['button-ok']) || 'OK'
  if (!action) return { message, confirm: ok, lang, unconfirmed }
  const label = typeof action.label === 'function' ? action.label(texts) : action.label
  const confirm = label || find(keys.map((key) => `button-${key}`)) || ok
  return { message, confirm, cancel: unconfirmed ? ok : find(['button-cancel']), lang, unconfirmed }
}
