/**
 * `upsdk-kit/fallbacks`: does by the web platform what the wallet cannot do. Importing one fallback does not bundle the
 * others.
 *
 * @module upsdk-kit/fallbacks
 */
import {
  getBatteryInfo,
  getScreenParams,
  getSystemInfo,
  setScreenBrightness,
  vibrate,
} from './fallbacks/device'
import { saveImage } from './fallbacks/download'
import { chooseFileFromAlbum, chooseImage, readAlbumData } from './fallbacks/files'
import { getLocation, getLocationGps } from './fallbacks/location'
import { createWebView, navigateBack, navigateTo, redirectTo } from './fallbacks/navigation'
import { closeWebApp, setNavigationBarTitle, showFlashInfo } from './fallbacks/page'
import { fallbacks } from './fallbacks/part'
import { sendRequest } from './fallbacks/request'
import { scanQRCode } from './fallbacks/scan'
import { showSharePopup } from './fallbacks/share'
import {
  deleteAllKeys,
  deleteData,
  getAllKeys,
  getSharedData,
  queryData,
  saveData,
  setSharedData,
} from './fallbacks/storage'

export * from './fallbacks/device'
export * from './fallbacks/download'
export { Refusal } from './fallbacks/fallback'
export * from './fallbacks/files'
export * from './fallbacks/location'
export * from './fallbacks/navigation'
export * from './fallbacks/page'
export * from './fallbacks/part'
export * from './fallbacks/request'
export * from './fallbacks/scan'
export * from './fallbacks/share'
export * from './fallbacks/storage'
export type { Fallback, FallbackContext, Fallbacks, FallbackTable } from './types/fallbacks'

/**
 * The part with all fallbacks except `openLocation` and `navi`, which send coordinates to a third party (AMap). Add
 * these by name.
 *
 * @example
 * createUpsdk({ fallbacks: webFallbacks })
 * @example
 * createUpsdk({ fallbacks: fallbacks({ ...webFallbacks, openLocation }) })
 */
export const webFallbacks = /* @__PURE__ */ fallbacks({
  chooseFileFromAlbum,
  chooseImage,
  closeWebApp,
  createWebView,
  deleteAllKeys,
  deleteData,
  getAllKeys,
  getBatteryInfo,
  getLocation,
  getLocationGps,
  getScreenParams,
  getSharedData,
  getSystemInfo,
  navigateBack,
  navigateTo,
  queryData,
  readAlbumData,
  redirectTo,
  saveData,
  saveImage,
  scanQRCode,
  sendRequest,
  setNavigationBarTitle,
  setScreenBrightness,
  setSharedData,
  showFlashInfo,
  showSharePopup,
  vibrate,
})
