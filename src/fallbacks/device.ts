import { lazy } from '../lib/run'
import type { Fallback, FallbackContext } from '../types/fallbacks'
import { orUnsupported, Refusal, toNumber } from './fallback'
import { createScreenKeeper, type ScreenKeeper } from './wakeLock'

/** The length of a vibration, in ms. */
const VIBRATION = 400

/** Makes the phone vibrate briefly. Rejects with `unsupported` if the browser cannot. */
export const vibrate: Fallback<'vibrate'> = (_params, { window: { navigator } }) => {
  if (!(navigator as Partial<Navigator>).vibrate?.(VIBRATION)) throw new Refusal('unsupported')
}

/** Gets the measures of the screen in CSS px. The names of the wallet's fields are not documented. */
export const getScreenParams: Fallback<'getScreenParams'> = (_params, { window }) => ({
  width: window.screen.width,
  height: window.screen.height,
  pixelRatio: window.devicePixelRatio,
})

/** Reads device and system from the browser. The names of the wallet's fields are not documented. */
export const getSystemInfo: Fallback<'getSystemInfo'> = (_params, { window }) => ({
  platform: window.navigator.platform,
  language: window.navigator.language,
  userAgent: window.navigator.userAgent,
  screenWidth: window.screen.width,
  screenHeight: window.screen.height,
  windowWidth: window.innerWidth,
  windowHeight: window.innerHeight,
  pixelRatio: window.devicePixelRatio,
})

interface BatteryNavigator {
  getBattery?(): Promise<{ level: number; charging: boolean }>
}

/** Gets `level` in percent, and `isCharging`. The names of the wallet's fields are not documented. */
export const getBatteryInfo: Fallback<'getBatteryInfo'> = async (_params, { window }) => {
  const { getBattery } = window.navigator as BatteryNavigator
  if (!getBattery) throw new Refusal('unsupported')
  const battery = await orUnsupported(getBattery.call(window.navigator))
  return { level: Math.round(battery.level * 100), isCharging: battery.charging }
}

/** From this brightness on, the page probably shows a code to scan. */
const BRIGHT = 0.5

/** The keepers by the `onDestroy` of their kit, so that no kit ends what another keeps on. */
const keepers = /* @__PURE__ */ lazy(() => new WeakMap<FallbackContext['onDestroy'], ScreenKeeper>())

function keeperOf({ window, onDestroy }: FallbackContext): ScreenKeeper {
  const { wakeLock } = window.navigator as Partial<Navigator>
  if (!wakeLock) throw new Refusal('unsupported')
  const known = keepers().get(onDestroy)
  if (known) return known
  const made = createScreenKeeper(window.document, wakeLock)
  keepers().set(onDestroy, made)
  onDestroy(() => made.keep(false))
  return made
}

/**
 * Keeps the screen on for a bright value, and lets it go off again for a dark one. A page cannot set the brightness,
 * but it mostly wants the screen to stay on while it shows a code. Resolves to the requested brightness. Rejects with
 * `unsupported` if the browser cannot keep the screen on.
 */
export const setScreenBrightness: Fallback<'setScreenBrightness'> = async (params, context) => {
  const brightness = toNumber(params.brightness)
  if (!(brightness >= 0 && brightness <= 1)) throw new Refusal('invalid-params')
  const keeper = keeperOf(context)
  const before = keeper.isOn()
  await orUnsupported(keeper.keep(brightness >= BRIGHT))
  if (context.isOver()) await keeper.keep(before)
  return { brightness }
}
