/** A phone inside a page: a page of the demo that makes one call in the wallet on the desk. */
import { type LiveHappening, type LiveReport, type LiveSetup, liveAddress } from '../../../demo/liveSetup'
import { createLog, type Log } from '../../../wallet/page/log'
import { createLogView } from '../../../wallet/view/logView'
import { applyStyles } from '../../../wallet/view/style'
import { en } from '../../../wallet/view/texts/en'
import { zh } from '../../../wallet/view/texts/zh'

let runs = 0

/**
 * Makes a call. This module loads at the first try, so that reading a page costs nothing.
 *
 * @param folder the folder of the demo
 * @returns stops listening
 */
export function play(
  frame: HTMLIFrameElement,
  folder: string,
  setup: Omit<LiveSetup, 'run'>,
  hear: (happening: LiveHappening) => void = () => {},
): () => void {
  const run = ++runs
  const listen = ({ source, origin, data }: MessageEvent<LiveReport>) => {
    if (source === frame.contentWindow && origin === location.origin && data.run === run) hear(data.happening)
  }
  window.addEventListener('message', listen)
  // `replace` keeps tried calls out of the browser's history.
  const address = new URL(folder + liveAddress({ ...setup, run }), location.href)
  frame.contentWindow?.location.replace(address)
  return () => window.removeEventListener('message', listen)
}

/** Shows the log of a phone, with the steps of each call. */
export function showLog(host: HTMLElement, language: LiveSetup['language']): Log {
  const log = createLog()
  const root = host.attachShadow({ mode: 'open' })
  applyStyles(root)
  root.append(createLogView(log, { words: language === 'zh' ? zh : en, startsOpen: true }).element)
  return log
}
