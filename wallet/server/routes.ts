/** The addresses of our own that a server has beside those of the page, for Vite and for the command. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Desk } from '../shared/desk'
import type { ResponseFault } from '../shared/responseFaults'
import type { BuiltFiles } from './files'
import {
  CLIENT_PATH,
  ENTER_PATH,
  FAULTS_PATH,
  KIT_PATH,
  PHONE_PATH,
  PHONE_SCRIPT_PATH,
  RECORDER_PATH,
  SDK_PATH,
  SETTINGS_PATH,
} from './paths'
import { phoneHtml } from './phoneHtml'
import { answerForSdk, type SdkAddresses } from './sdkRoute'
import { answerSafely, redirect, sendEmpty, sendJson, sendPage, sendScript } from './send'
import { answerSettings } from './settingsRoute'

export interface RoutesOptions {
  readonly desk: Desk
  readonly files: BuiltFiles
  readonly sdkAddresses: SdkAddresses
  /** Gets the faults of the target's responses. @default none: no server in between */
  faults?(): readonly ResponseFault[]
  /** Gets the path that the phone opens first. */
  home(): string
  /** Whether the sender of a request may change the settings. */
  mayChoose(request: IncomingMessage): boolean
  /** Lets in who comes with the key. @default nobody @returns false if the key is not in the address */
  enter?(request: IncomingMessage, response: ServerResponse): boolean
}

/** The path of the entrance. The key stands behind its `?`. */
const ENTRANCE = ENTER_PATH.slice(0, -1)

type Route = (request: IncomingMessage, response: ServerResponse) => unknown

/** Answers a request for one of our own addresses. @returns false for any other request */
export type OwnRoutes = (request: IncomingMessage, response: ServerResponse) => boolean

export function createRoutes({
  desk,
  files,
  sdkAddresses,
  faults = () => [],
  home,
  mayChoose,
  enter = () => false,
}: RoutesOptions): OwnRoutes {
  /** Sends a built file, which is read at each request, since another build may have changed it. */
  const builtFile =
    (name: Parameters<BuiltFiles['read']>[0]): Route =>
    (_request, response) =>
      sendScript(response, files.read(name))

  const phone: Route = (_request, response) => {
    // No other site may frame this page and steer a tap in it.
    response.setHeader('Content-Security-Policy', "frame-ancestors 'self'")
    sendPage(response, 200, phoneHtml(home()))
  }

  const sdk: Route = ({ url = '', headers }, response) =>
    answerForSdk(url, headers, response, { known: sdkAddresses, settings: desk.settings() })

  const routes = new Map<string, Route>([
    [PHONE_PATH, phone],
    [PHONE_PATH.slice(0, -1), (_request, response) => redirect(response, PHONE_PATH)],
    [PHONE_SCRIPT_PATH, builtFile('phone.js')],
    [CLIENT_PATH, builtFile('client.js')],
    [KIT_PATH, builtFile('kit.js')],
    [RECORDER_PATH, builtFile('recorder.js')],
    [SDK_PATH, sdk],
    [ENTRANCE, (request, response) => enter(request, response) || sendEmpty(response, 404)],
    [FAULTS_PATH, (_request, response) => sendJson(response, faults())],
    [SETTINGS_PATH, (request, response) => answerSettings(desk, mayChoose, request, response)],
  ])

  return (request, response) => {
    const [path = ''] = (request.url || '').split('?')
    // Vite 3 and later add the project's `base` to addresses in a page.
    const route = routes.get(path) || routes.get(path.slice(Math.max(path.lastIndexOf(PHONE_PATH), 0)))
    if (!route) return false
    answerSafely(response, () => route(request, response))
    return true
  }
}
