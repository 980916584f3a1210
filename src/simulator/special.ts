import { isFunction, isObject } from '../lib/values'
import { LIFECYCLE } from './methods'

export type Bag = Record<string, unknown>
export type Callback = ((value: unknown) => void) | undefined

export const callbackOf = (value: unknown): Callback => (isFunction(value) ? (value as Callback) : undefined)

/** The SDK file's way for all methods alike. */
export interface Common {
  exec(method: string, params: unknown, success: Callback, fail: Callback): void
  forward(method: string, params: unknown, transform?: (value: unknown) => unknown, pay?: boolean): void
  /** Past the SDK's own checks and its reading of failures. */
  direct(method: string, params: unknown): void
  failTo(callback: Callback, raw: unknown): void
  listen(event: string, handler: unknown): void
  /** The text for a missing parameter, in front of its name. */
  missingParameter: string
}

/** Methods that the SDK file handles in a way of their own (upsdk-behaviour §2 and §4). */
export function specialMethods(common: Common): Readonly<Record<string, (params: unknown) => void>> {
  const { exec, forward, direct, failTo, listen, missingParameter } = common
  return {
    pay(params) {
      const bag = params as Bag
      if (!bag.tn) return failTo(callbackOf(bag.fail) || callbackOf(bag.cancel), `pay${missingParameter}tn`)
      delete bag.merchantId
      bag.mode = '00'
      forward('pay', bag, undefined, true)
    },
    addBankCard(params) {
      const bag = (params || {}) as Bag
      bag.scene = bag.scene || '10007'
      forward('addBankCard', bag)
    },
    chooseImage(params) {
      const bag = params as Bag
      if (!bag.maxWidth || !bag.maxHeight) Object.assign(bag, { maxWidth: 500, maxHeight: 1000 })
      bag.sourceType = bag.sourceType || '3'
      forward('chooseImage', bag, (value) => {
        // A method without an answer succeeds with nothing; the real file would throw in its own callback (H22).
        if (value === undefined) return undefined
        const { url, base64 } = fromJson(value) as {
          url?: string
          base64?: string
        }
        return { base64, type: url ? url.slice(url.lastIndexOf('.') + 1) : 'jpg' }
      })
    },
    scanQRCode: (params) =>
      forward('scanQRCode', params, (value) => (isObject(value) && value.value) || value),
    getLocationCity: (params) =>
      forward('getLocationCity', params, (value) => {
        const { cityCd } = fromJson(value) as { cityCd: unknown }
        return cityCd
      }),
    setNavigationBarTitle: (params) => exec('setNavigationBarTitle', params, undefined, undefined),
    showFlashInfo: (params) => exec('showFlashInfo', params, undefined, undefined),
    openTicketDetails: (params) => exec('openTicketDetails', params, undefined, undefined),
    createWebView: (params) => exec('createWebView', { ...(params as Bag) }, undefined, undefined),
    showSharePopup(params) {
      const bag = params as Bag
      bag.content = bag.desc = bag.desc || ''
      exec('showSharePopup', bag, undefined, undefined)
    },
    // These two are handed to native as they are: a bare code stays bare, and nothing is checked before.
    shareSinglePlugin: (params) => direct('shareSinglePlugin', params),
    showShareMorePanel: (params) => direct('showShareMorePanel', params),
    registerLifecycle(params) {
      const bag = (params || {}) as Bag
      for (const name of LIFECYCLE) listen(name, bag[name])
      forward('registerLifecycle', bag)
    },
  }
}

const fromJson = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value)
