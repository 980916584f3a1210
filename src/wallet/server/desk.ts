/** The desk of a server, for Vite and for the command: its chosen settings, and the routes to them. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { userAgentOf } from '../../simulator/userAgent'
import { isBridgeFile, standsInFor } from '../sdkFile'
import type { DeskSettings } from '../settings'
import { inSituation } from '../situations'
import { CLIENT_PATH, KIT_PATH, PHONE_PATH, RECORDER_PATH, SDK_PATH, STATE_PATH } from './inject'
import { phoneHtml } from './phoneHtml'
import { answerForSdk } from './sdkRoute'
import { answerSafely, redirect, sendEmpty, sendPage, sendScript } from './send'
import { answerState } from './state'

export type DeskFile = 'wallet-client.js' | 'wallet-kit.js' | 'wallet-phone.js' | 'wallet-recorder.js'

/** The built files, as text. */
export interface DeskFiles {
  read(name: DeskFile): string
}

export interface Desk {
  /** Reads the current settings: the initial ones, overridden by what was chosen. */
  settings(): DeskSettings
  /** Adds a choice, which must be well-formed, to those before; null restores the initial settings. */
  choose(settings: DeskSettings | null): void
  /** Makes the user agent of the wallet that is simulated now. */
  agent(): string
  /** Answers a request for the desk. @returns false for any other request */
  handle(request: IncomingMessage, response: ServerResponse): boolean
}

export interface DeskOptions {
  /** The initial settings. */
  readonly own: DeskSettings
  readonly files: DeskFiles
  /** Gets the path that the phone opens first. */
  home(): string
  /** Whether the sender of a request may change the settings. */
  mayChoose(request: IncomingMessage): boolean
}

type Route = (request: IncomingMessage, response: ServerResponse) => unknown

/** Makes a desk. It is shared by all windows, so the last choice wins. */
export function createDesk({ own, files, home, mayChoose }: DeskOptions): Desk {
  let chosen: DeskSettings = {}
  const settings = () => ({ ...own, ...chosen })

  /**
   * Answers for upsdk.js, or for the wallet's bridge, which an upsdk inside a page's bundle asks for: the bridge is up
   * once its file loads.
   */
  const sdkRoute: Route = ({ url = '', headers }, response) => {
    const { situation } = settings()
    if (!isBridgeFile(standsInFor(url))) {
      if (situation === 'sdk-missing') return sendEmpty(response, 404)
      return answerForSdk(url, headers, response)
    }
    const { readyAfter = 0 } = inSituation(settings(), situation)
    if (readyAfter === 'never') return sendEmpty(response, 404)
    const timer = setTimeout(() => answerForSdk(url, headers, response), readyAfter)
    response.on('close', () => clearTimeout(timer))
  }

  const phoneRoute: Route = (_request, response) => {
    // No other site may frame this page and steer a tap in it.
    response.setHeader('Content-Security-Policy', "frame-ancestors 'self'")
    sendPage(response, 200, phoneHtml(home()))
  }

  const file =
    (name: DeskFile): Route =>
    (_request, response) =>
      sendScript(response, files.read(name))

  const desk: Desk = {
    settings,
    choose(given) {
      chosen = given ? { ...chosen, ...given } : {}
    },
    agent() {
      const { situation, insideWallet = true, platform = 'android', ...more } = settings()
      const { bridge = 'cordova', language = 'zh_CN' } = more
      return userAgentOf({
        insideWallet: insideWallet && situation !== 'outside',
        platform,
        bridge,
        language,
      })
    },
    handle(request, response) {
      const [path = ''] = (request.url || '').split('?')
      // Vite 3 and later add the project's `base` to addresses in a page.
      const route = routes.get(path) || routes.get(path.slice(Math.max(path.lastIndexOf(PHONE_PATH), 0)))
      if (!route) return false
      answerSafely(response, () => route(request, response))
      return true
    },
  }

  const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
    [PHONE_PATH, phoneRoute],
    [PHONE_PATH.slice(0, -1), (_request, response) => redirect(response, PHONE_PATH)],
    [`${PHONE_PATH}phone.js`, file('wallet-phone.js')],
    [CLIENT_PATH, file('wallet-client.js')],
    [KIT_PATH, file('wallet-kit.js')],
    [RECORDER_PATH, file('wallet-recorder.js')],
    [SDK_PATH, sdkRoute],
    [STATE_PATH, (request, response) => answerState(desk, mayChoose, request, response)],
  ])
  return desk
}
