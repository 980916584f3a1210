import { isInChina } from '../../src/fallbacks/gcj02'
import type { CallArguments, CallOptions, MethodName, Params, Result } from '../../src/index'
import { canKeepHere } from './outside'
import { drawReceipt } from './receipt'

/** Calls a method, with or without the kit. */
export type Call = <M extends MethodName>(
  method: M,
  ...args: CallArguments<Params<M>, CallOptions>
) => Promise<Result<M>>

/** The result of a tool. */
export interface ToolResult {
  text: string
  /** The address of a picture to show. */
  picture?: string
}

export type ToolName = keyof typeof tools

/** A method that the page can try outside the wallet. */
export type Tool = (call: Call, lang: string) => Promise<ToolResult>

const PLACE = { latitude: '39.9087', longitude: '116.3975', name: '天安门', address: '北京市东城区' }

/** The outcome of a method without a result. */
const done: ToolResult = { text: '✓' }

export const tools = {
  scan: async (call) => ({ text: await call('scanQRCode') }),
  picture: async (call) => {
    const { base64, type } = await call('chooseImage', { maxWidth: 300, maxHeight: 300 })
    return {
      text: `${type} · ${Math.ceil(base64.length * 0.00075)} KB`,
      picture: `data:image/jpeg;base64,${base64}`,
    }
  },
  file: async (call) => {
    const { url, size, filename } = await call('chooseFileFromAlbum', {
      maxSize: 50_000_000,
      sourceType: '02',
    })
    const { isFinished } = await call('readAlbumData', { url, bufferSize: 524_288, fromOffset: 0 })
    return { text: `${filename} · ${Math.ceil(Number(size) / 1000)} KB${isFinished === '1' ? '' : ' …'}` }
  },
  save: async (call, lang) => {
    const base64 = drawReceipt(lang)
    await call('saveImage', { base64 })
    return { text: '↓ PNG', picture: base64 }
  },
  place: async (call) => {
    const given = await call('getLocationGps')
    const [latitude, longitude] = [Number(given.latitude), Number(given.longitude)]
    const system = isInChina({ latitude, longitude }) ? 'GCJ-02' : 'WGS-84'
    return { text: `${latitude.toFixed(5)}, ${longitude.toFixed(5)} · ${system}` }
  },
  map: async (call) => {
    await call('openLocation', PLACE)
    return done
  },
  route: async (call) => {
    const { latitude, longitude } = (await call('getLocation', { cacheTimeout: '30' })) as Record<
      string,
      unknown
    >
    const to = { dLat: PLACE.latitude, dLon: PLACE.longitude, dName: PLACE.name }
    await call('navi', { sLat: Number(latitude), sLon: Number(longitude), sName: '', ...to })
    return done
  },
  share: async (call, lang) => {
    await call('showSharePopup', { title: lang === 'en' ? 'Half Sugar' : '半糖咖啡' })
    return done
  },
  storage: async (call) => {
    await call('saveData', { key: 'table', value: 'A12' })
    const { key, value } = await call('queryData', { key: 'table' })
    return { text: `${key} = ${value}` }
  },
  toast: async (call, lang) => {
    await call('showFlashInfo', { msg: lang === 'en' ? 'Saved' : '已保存' })
    return done
  },
  title: async (call, lang) => {
    await call(
      'setNavigationBarTitle',
      lang === 'en' ? 'My orders' : lang === 'zh-Hant' ? '我的訂單' : '我的订单',
    )
    return { text: document.title }
  },
  request: async (call) => {
    const answer = await call('sendRequest', { url: location.pathname, dataType: 'text' })
    return { text: `HTTP ${(answer as { status?: unknown }).status}` }
  },
  vibrate: async (call) => {
    await call('vibrate')
    return done
  },
  bright: async (call) => {
    await call('setScreenBrightness', { brightness: 1 })
    return done
  },
  system: async (call) => {
    const { platform, language, screenWidth, screenHeight } = (await call('getSystemInfo')) as Record<
      string,
      unknown
    >
    return { text: `${platform} · ${language} · ${screenWidth} × ${screenHeight}` }
  },
  battery: async (call) => {
    const { level, isCharging } = (await call('getBatteryInfo')) as Record<string, unknown>
    return { text: `${level} %${isCharging ? ' ⚡' : ''}` }
  },
} satisfies Readonly<Record<string, Tool>>

/** The names of the tools that this browser can show here. */
export const toolNames = (Object.keys(tools) as ToolName[]).filter(
  (name) => (name !== 'map' && name !== 'route') || canKeepHere,
)
