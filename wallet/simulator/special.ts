import { isObject } from '../../src/internalsWithoutDom'
import { LIFECYCLE_EVENTS } from '../methods/methodTable'
import { callbackOf, type ParamsObject, paramsObject, write } from './paramsObject'
import type { SdkTexts } from './sdkTexts'

/** The functions of the SDK file that its methods share. */
export interface SharedFunctions {
  /** Calls native with the parameters of the running call, without the page's callbacks, if upsdk is open. */
  callIfOpen(method: string): void
  /** Calls native with the page's callbacks, if upsdk is open. */
  callWithCallbacks(method: string, params: unknown, change?: Changes): void
  /** Calls native without the file's checks, and without its handling of failures. */
  callUnchecked(method: string, success: unknown, fail: unknown): void
  failTo(callback: unknown, raw: unknown): void
  /** Gets the page's callback for a failure. */
  failOf(bag: ParamsObject): unknown
  listen(event: string, handler: unknown): void
  texts: SdkTexts
  /** Gets the page's own jQuery, which one method uses. */
  jQuery(): unknown
}

/** Changes native's answer before a page gets it. */
export interface Changes {
  success?(value: unknown): unknown
  fail?(raw: unknown): unknown
}

/** The size of a picture if a page gives none. */
export const PICTURE_LIMITS = { maxWidth: 500, maxHeight: 1000 }

/** The ids of the channels of a share if a page names none. */
export const SHARE_CHANNELS = ['0', '1', '3', '4', '5', '6', '7']

/**
 * Makes the methods that the SDK file handles specially (upsdk-behaviour §2 and §4). They read parameters without a
 * check, so that wrong ones throw as in the file (H14).
 */
export function specialMethods(shared: SharedFunctions): Readonly<Record<string, (params: unknown) => void>> {
  const { callIfOpen, callWithCallbacks, callUnchecked, failTo, failOf, listen, texts, jQuery } = shared
  /** Native has one action for both, which differ in `type`. */
  const locate = (method: string, type: string, change?: Changes) => (params: unknown) => {
    const bag = paramsObject(params)
    write(bag, 'type', type)
    callWithCallbacks(method, bag, change)
  }
  return {
    pay(params) {
      const bag = params as ParamsObject
      if (!bag.tn) return failTo(failOf(bag), texts.missingParameter('pay', 'tn'))
      Reflect.deleteProperty(Object(bag), 'merchantId')
      write(bag, 'mode', '00')
      callWithCallbacks('pay', bag, { fail: (raw) => paymentFailure(raw, texts) })
    },
    addBankCard(params) {
      const bag = paramsObject(params)
      write(bag, 'scene', bag.scene || '10007')
      callWithCallbacks('addBankCard', bag)
    },
    addBankCardWithSn(params) {
      const bag = paramsObject(params)
      write(bag, 'Sn', bag.Sn || bag.sn || bag.SN)
      callWithCallbacks('addBankCardWithSn', bag)
    },
    chooseImage(params) {
      const bag = params as ParamsObject
      if (!bag.maxWidth || !bag.maxHeight) {
        write(bag, 'maxWidth', PICTURE_LIMITS.maxWidth)
        write(bag, 'maxHeight', PICTURE_LIMITS.maxHeight)
      }
      write(bag, 'sourceType', bag.sourceType || '3')
      callWithCallbacks('chooseImage', bag, { success: pictureOf })
    },
    scanQRCode: (params) => callWithCallbacks('scanQRCode', params, { success: unwrapped }),
    getLocationCity: locate('getLocationCity', '0', { success: cityOf }),
    getLocationGps: locate('getLocationGps', '1'),
    setNavigationBarTitle: () => callIfOpen('setNavigationBarTitle'),
    showFlashInfo(params) {
      // The file shows nothing without a text.
      if (typeof params === 'string' ? params : paramsObject(params).msg) callIfOpen('showFlashInfo')
    },
    openTicketDetails: () => callIfOpen('openTicketDetails'),
    createWebView(params) {
      void (params as ParamsObject).title
      callIfOpen('createWebView')
    },
    showSharePopup(params) {
      fillShareFields(params as ParamsObject)
      // The file does not check whether upsdk is open, so the panel works even after a refused config.
      callUnchecked('showSharePopup', undefined, undefined)
    },
    shareSinglePlugin(params) {
      const bag = params as ParamsObject
      fillShareFields(bag)
      if (!bag.shareId) extendBy(jQuery(), bag)
      callUnchecked('shareSinglePlugin', bag.success, bag.fail)
    },
    showShareMorePanel(params) {
      const bag = params as ParamsObject
      fillShareFields(bag)
      if (!bag.shareList) write(bag, 'shareList', SHARE_CHANNELS.map(channel))
      callUnchecked('showShareMorePanel', bag.success, bag.fail)
    },
    registerLifecycle(params) {
      const bag = paramsObject(params)
      // The file calls the object's own `hasOwnProperty`, which throws without a prototype.
      const has = bag.hasOwnProperty as (name: string) => boolean
      for (const name of Object.keys(bag))
        if (has.call(bag, name) && LIFECYCLE_EVENTS.includes(name)) listen(name, bag[name])
      callWithCallbacks('registerLifecycle', params)
    },
  }
}

const fromJson = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value)

/** Reads the city's code. It throws without a value and for text that is no JSON, so no callback runs (H28). */
const cityOf = (value: unknown): unknown => (fromJson(value) as { cityCd?: unknown }).cityCd

/** Reads the picture. It throws if there is none (H22). */
function pictureOf(value: unknown): unknown {
  const { url, base64 } = fromJson(value) as { url?: string; base64?: unknown }
  return { base64, type: url ? url.slice(url.lastIndexOf('.') + 1).trim() : 'jpg' }
}

const unwrapped = (value: unknown): unknown => (isObject(value) && value.value) || value

/** Reduces a payment's failure to its text, without the code (H13). It throws for null (H27). */
function paymentFailure(raw: unknown, { paymentFailed }: SdkTexts): unknown {
  const { desc, msg, errmsg } = (typeof raw === 'object' ? raw : {}) as ParamsObject
  return { msg: desc || msg || errmsg || paymentFailed() }
}

/** Writes all fields of the share into the page's own object (H10). */
function fillShareFields(bag: ParamsObject): void {
  write(bag, 'title', bag.title || '')
  write(bag, 'desc', bag.desc || '')
  write(bag, 'content', bag.desc)
  write(bag, 'picUrl', bag.picUrl || '')
  write(bag, 'imgUrl', bag.picUrl)
  write(bag, 'shareUrl', bag.shareUrl || '')
}

const channel = (shareId: string) => ({ shareId, shareType: '1', shareData: {} })

/** Adds the missing channel by jQuery, which the file uses but does not bring (H28). */
function extendBy(jQuery: unknown, bag: ParamsObject): void {
  if (!jQuery) throw new ReferenceError('$ is not defined')
  callbackOf((jQuery as ParamsObject).extend)?.call(jQuery, bag, channel('3'))
}
