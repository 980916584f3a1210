import { type Fallback, Refusal } from './fallback'

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

/** What the browser tells of device and system; the names of the wallet's fields are not documented. */
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
  const battery = await (window.navigator as BatteryNavigator).getBattery?.()
  if (!battery) throw new Refusal('unsupported')
  return { level: Math.round(battery.level * 100), isCharging: battery.charging }
}

/** From here on a page wants its code to be scanned. */
const BRIGHT = 0.5

/** The lock that is held, after all that was asked before; one for all calls. */
let held: Promise<WakeLockSentinel | undefined> = Promise.resolve(undefined)

/** Changes follow each other, so that quick ones leave no lock behind. */
function change(request: (() => Promise<WakeLockSentinel>) | undefined): Promise<unknown> {
  const changed = held.then(async (lock) => {
    if (lock) await lock.release()
    return request?.()
  })
  held = changed.catch(() => undefined)
  return changed
}

/**
 * A page cannot set the brightness. What it is mostly wanted for, that the screen does not go dark while a code is
 * shown, it can: bright keeps the screen on, dark lets it go off again. Gives the brightness that was asked for;
 * `unsupported` where the browser cannot even do that.
 */
export const setScreenBrightness: Fallback<'setScreenBrightness'> = async (
  { brightness },
  { window, onDestroy },
) => {
  const wanted = Number(brightness)
  if (!(wanted >= 0 && wanted <= 1)) throw new Refusal('invalid-params')
  const { wakeLock } = window.navigator as Partial<Navigator>
  if (!wakeLock) throw new Refusal('unsupported')
  onDestroy(() => change(undefined))
  try {
    await change(wanted >= BRIGHT ? () => wakeLock.request('screen') : undefined)
  } catch {
    throw new Refusal('unsupported')
  }
  return { brightness: wanted }
}
