/** A call in a frame of the site: a page of the demo that makes it in the simulated wallet. */
import { createFramedPage } from '../../../demo/framedPage'
import { type LiveCall, type LiveResult, liveAddress } from '../../../demo/liveCall'
import type { DeskSettings } from '../../../wallet/shared/settings'
import { createLogView } from '../../../wallet/view/logView'
import { applyStyles } from '../../../wallet/view/style'
import { en } from '../../../wallet/view/texts/en'
import { zh } from '../../../wallet/view/texts/zh'

export interface Live {
  /** Makes a call, with these settings of the wallet. */
  play(call: LiveCall, settings: DeskSettings): void
  /** Shows the log of the calls that the page makes, with their steps. */
  showLog(host: HTMLElement): void
  end(): void
}

let runs = 0

/**
 * Puts the frame into a place, with the wallet's title bar. This module loads at the first try, so that reading a page
 * costs nothing.
 *
 * @param folder the folder of the demo
 * @param ended gets the result as JSON; '' for none
 */
export function createLive(
  place: HTMLElement,
  folder: string,
  {
    language,
    title,
    ended,
  }: { language: LiveCall['language']; title: string; ended?: (result: string) => void },
): Live {
  const page = createFramedPage(language)
  page.frame.title = title
  page.frame.className = 'demo-frame'
  place.replaceChildren(page.bar, page.frame)
  const hear = ({ source, origin, data }: MessageEvent<LiveResult | undefined>) => {
    if (source !== page.frame.contentWindow || origin !== location.origin) return
    if (typeof data?.liveResult === 'string') ended?.(data.liveResult)
  }
  window.addEventListener('message', hear)
  return {
    play: (call, settings) => page.open(folder + liveAddress(call, ++runs), settings),
    showLog(host) {
      const root = host.attachShadow({ mode: 'open' })
      applyStyles(root)
      // The page in the frame is ours: which file it loads tells nothing of the method.
      const style = document.createElement('style')
      style.textContent = '[data-note=sdk] { display: none }'
      root.append(style)
      root.append(createLogView(page.log, { words: language === 'zh' ? zh : en }).element)
    },
    end() {
      window.removeEventListener('message', hear)
      page.end()
    },
  }
}
