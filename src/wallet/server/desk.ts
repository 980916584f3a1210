/** The desk of a server: its chosen settings and its routes, for Vite and for the command. */
import { userAgentOf } from '../../simulator/userAgent'
import { isBridgeFile, standsInFor } from '../sdkFile'
import { type DeskSettings, readSettings } from '../settings'
import { inSituation } from '../situations'
import { CLIENT_PATH, KIT_PATH, PHONE_PATH, RECORDER_PATH, SDK_PATH, STATE_PATH } from './inject'
import { phoneHtml } from './phoneHtml'
import { type Answer, answerForSdk, type Headers } from './sdkRoute'

export type DeskFile = 'wallet-client.js' | 'wallet-kit.js' | 'wallet-phone.js' | 'wallet-recorder.js'

/** The built files, as text. */
export interface DeskFiles {
  read(name: DeskFile): string
}

export interface DeskRequest {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers?: Headers | undefined
  /** Listens to the stream of the request's body. */
  on?(event: 'data' | 'end', listener: (chunk?: unknown) => void): unknown
}

export interface Desk {
  /** Reads the current settings: the initial ones, overridden by what was chosen. */
  settings(): DeskSettings
  /** Adds a choice to those before; null restores the initial settings. Malformed settings are left out. */
  choose(settings: unknown): void
  /** Makes the user agent of the wallet that is simulated now. */
  agent(): string
  /** Answers a request for the desk. @returns false for any other request */
  handle(request: DeskRequest, response: Answer): boolean
}

/** The longest state that is accepted, in characters. */
const LONGEST = 200_000

/**
 * Makes a desk. It is shared by all windows, so the last choice wins.
 *
 * @param own the initial settings
 * @param home the path that the phone opens first
 */
export function createDesk(own: DeskSettings, files: DeskFiles, home = () => '/'): Desk {
  let chosen: DeskSettings = {}
  const settings = () => ({ ...own, ...chosen })

  function choose(given: unknown): void {
    chosen = given === null ? {} : { ...chosen, ...readSettings(given, () => undefined) }
  }

  function script(response: Answer, text: string): void {
    response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
    response.setHeader('Cache-Control', 'no-store')
    response.end(text)
  }

  function answerState(request: DeskRequest, response: Answer): void {
    if (request.method === 'POST') return takeState(request, response)
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    response.setHeader('Cache-Control', 'no-store')
    response.end(JSON.stringify(settings()))
  }

  /** Takes a choice; `null` restores the initial settings. A page of another site cannot send this content type. */
  function takeState(request: DeskRequest, response: Answer): void {
    const isJson = /^application\/json\b/.test(String(request.headers?.['content-type']))
    const site = request.headers?.['sec-fetch-site']
    if (!isJson || (site && site !== 'same-origin')) return end(response, 403)
    let body = ''
    request.on?.('data', (chunk) => {
      body = (body + String(chunk)).slice(0, LONGEST + 1)
    })
    request.on?.('end', () => {
      const given = body.length > LONGEST ? undefined : parsed(body)
      if (given === undefined) return end(response, 400)
      choose(given)
      end(response, 204)
    })
  }

  /**
   * Answers for upsdk.js, or for the wallet's bridge, which an upsdk inside a page's bundle asks for: the bridge is up
   * once its file loads.
   */
  function answerForScript(url: string, headers: Headers, response: Answer): void {
    const { situation } = settings()
    if (!isBridgeFile(standsInFor(url))) {
      if (situation === 'sdk-missing') end(response, 404)
      else answerForSdk(url, headers, response)
      return
    }
    const { readyAfter = 0 } = inSituation(settings(), situation)
    if (readyAfter === 'never') end(response, 404)
    else setTimeout(() => answerForSdk(url, headers, response), readyAfter)
  }

  return {
    settings,
    choose,
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
      const { url = '', headers = {} } = request
      const [path = ''] = url.split('?')
      // Vite 3 and later add the project's `base` to addresses in a page.
      if (path.endsWith(CLIENT_PATH)) script(response, files.read('wallet-client.js'))
      else if (path.endsWith(KIT_PATH)) script(response, files.read('wallet-kit.js'))
      else if (path.endsWith(RECORDER_PATH)) script(response, files.read('wallet-recorder.js'))
      else if (path.endsWith(`${PHONE_PATH}phone.js`)) script(response, files.read('wallet-phone.js'))
      else if (path.endsWith(STATE_PATH)) answerState(request, response)
      else if (path.endsWith(SDK_PATH)) {
        answerForScript(url, headers, response)
      } else if (path === PHONE_PATH) {
        response.setHeader('Content-Type', 'text/html; charset=utf-8')
        response.setHeader('Cache-Control', 'no-store')
        // No other site may frame this page and steer a tap in it.
        response.setHeader('Content-Security-Policy', "frame-ancestors 'self'")
        response.end(phoneHtml(home()))
      } else if (`${path}/` === PHONE_PATH) {
        response.statusCode = 302
        response.setHeader('Location', PHONE_PATH)
        response.end()
      } else return false
      return true
    },
  }
}

function end(response: Answer, status: number): void {
  response.statusCode = status
  response.end()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
