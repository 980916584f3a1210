import { lazy } from '../lib/run'
import type { Fallback, FallbackContext } from '../types/fallbacks'
import { orUnsupported, Refusal, toNumber } from './fallback'
import { createScreenKeeper, type ScreenKeeper } from './wakeLock'

/** ms of one vibration. */
const VIBRATION = 400

/** A short vibration; `unsupported` where the browser has none. */
export const vibrate: Fallback<'vibrate'> = (_params, { window: { navigator } }) => {
  if (!(navigator as Partial<Navigator>).vibrate?.(VIBRATION)) throw new Refusal('unsupported')
}

/** The measures of the screen in CSS px; the names of the wallet's fields are not documented. */
export const getScreenParams: Fallback<'getScreenParams'> = (_params, { window }) => ({
  width: window.screen.width,
  height: window.screen.height,
  pixelRatio: window.devicePixelRatio,
})

/** Reads device and system from the browser; the names of the wallet's fields are not documented. */
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

/** `level` in percent, and `isCharging`; the names of the wallet's fields are not documented. */
export const getBatteryInfo: Fallback<'getBatteryInfo'> = async (_params, { window }) => {
  const { getBattery } = window.navigator as BatteryNavigator
  if (!getBattery) throw new Refusal('unsupported')
  const battery = await orUnsupported(getBattery.call(window.navigator))
  return { level: Math.round(battery.level * 100), isCharging: battery.charging }
}

/** From here on a page wants its code to be scanned. */
const BRIGHT = 0.5

/** Of each kit, by its `onDestroy`: what one keeps on, another does not let go. */
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
 * A page cannot set the brightness. What it is mostly wanted for, that the screen does not go dark while a code is
 * shown, it can: bright keeps the screen on, dark lets it go off again. Gives the brightness that was asked for;
 * `unsupported` where the browser cannot even do that.
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
