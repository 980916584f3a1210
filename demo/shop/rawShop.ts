/** The shop on upsdk alone, as such pages are usually written. */
import type { ShopAction, Story } from '../stories/stories'
import { tapAuthButton } from './authButton'
import { askBackend, SDK, SIGNED, scope, tn } from './calls'
import type { Screen } from './screen'

type RawMethod = (params: object) => void
type RawSdk = Record<string, RawMethod> & {
  pluginReady(callback: () => void): void
}
declare const upsdk: RawSdk

/** Opens the shop, which loads upsdk's file. @returns what a tap does */
export function openRawShop(
  { rawShop, shownBy, isSigned }: Story,
  screen: () => Screen,
): (action: ShopAction) => void {
  const tag = document.createElement('script')
  tag.src = SDK
  if (isSigned) tag.addEventListener('load', () => upsdk.config?.(SIGNED))
  document.head.append(tag)

  function show(text: string): void {
    if (shownBy === 'wallet') upsdk.showFlashInfo?.({ msg: text })
    else screen().pageAlert(text)
  }

  return function tap(action) {
    const { button, waiting, done } = screen()
    if (action === 'backend') return void askBackend().catch(({ message }: Error) => show(message))
    function answered(): void {
      waiting(action, false)
      button(action).disabled = false
    }
    const params = {
      ...(action === 'pay' && { tn }),
      success() {
        answered()
        done(action)
      },
      fail(failure: unknown) {
        answered()
        show(textOf(failure))
      },
    }
    if (action === 'appletExplicitAuth') return tapAuthButton(scope, params.success, params.fail)
    const send = () => upsdk[action]?.(params)
    if (rawShop === 'impatient' || isSigned) send()
    else upsdk.pluginReady(send)
    waiting(action, true)
    button(action).disabled = rawShop === 'locks'
  }
}

/** Finds the text that pages usually show: any that upsdk gave. */
function textOf(failure: unknown): string {
  if (typeof failure === 'string') return failure
  const { errmsg, msg } = (failure || {}) as { errmsg?: unknown; msg?: unknown }
  return String(errmsg || msg || 'undefined')
}
