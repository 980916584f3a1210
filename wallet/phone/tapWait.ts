/** “Compare” where nothing was tapped yet: says so, and starts at the first tap. */
import { fill, make, partButton } from '../view/element'
import type { ActionCollector } from './actionHistory'
import type { PhoneTexts } from './texts'

/** The page has this long to react to the tap before it is played again, in ms. */
const AFTER_TAP = 400

export interface TapWait {
  readonly element: HTMLElement
  /** @param isInFrame something was done in a frame of the page, which cannot be played again */
  show(isInFrame: boolean): void
}

/**
 * It stands over the head of the phone, so that it moves nothing, and leaves the whole page to tap.
 *
 * @param start plays again what was done, or only opens the page again
 * @param closed runs as the developer closes it
 */
export function createTapWait(
  texts: PhoneTexts,
  actions: ActionCollector,
  start: () => void,
  closed: () => void,
): TapWait {
  const element = make('div', {
    class: 'tap-wait row',
    role: 'status',
    hidden: true,
    'data-part': 'tap-wait',
  })
  let stop = (): void => undefined
  function hide(): void {
    stop()
    element.hidden = true
  }
  function close(): void {
    if (element.hidden) return
    hide()
    closed()
  }
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close()
  })
  function go(): void {
    hide()
    start()
  }
  return {
    element,
    show(isInFrame) {
      stop()
      stop = actions.onNext(() => setTimeout(go, AFTER_TAP))
      element.hidden = false
      const onLoad = partButton('all-on-load', texts.onlyOpen, go)
      fill(
        element,
        make('span', {}, isInFrame ? texts.tapInFrame : texts.tapFirst),
        onLoad,
        partButton('tap-wait-close', texts.allClose, close),
      )
      // It covers the button that had the focus.
      onLoad.focus()
    },
  }
}
