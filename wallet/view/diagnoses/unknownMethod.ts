/** Reads from an error's text whether the page called a method of upsdk that does not exist. */
import { editDistance, nearestName } from '../../../src/internalsWithoutDom'
import { methodsOf } from '../../methods/generations'
import { WITHOUT_PLACEHOLDER } from '../../methods/methodTable'

const NAMES_ON_UPSDK = [...methodsOf('latest'), 'pluginReady', 'config', 'ready', 'error']

/** `upsdk.pya`, `this.$upsdk.pya`, minified `e.pya`, `upsdk[name]`: the receiver's last name, and the method's. */
const NOT_A_FUNCTION = /([\w$]+)\)?(?:\.([\w$]+)|\[[^\]]*\]) is not a function/

/** Names of variables that usually hold upsdk. */
const UPSDK = /^(\$?upsdk|_?UPSDK)$/i

/** Names of what is never upsdk: a component itself, the browser's own objects, and other platforms. */
const OTHERS =
  /^(_*this\d?|_?(that|self|vm)|window|document|navigator|location|history|console|wx|uni|my|tt|swan|qq|dd|plus|Taro)$/

/** A method that the page called although it does not exist. */
export interface UnknownMethod {
  /** '' if the error does not name it. */
  readonly name: string
  /** The method that was probably meant. It is the name itself if the method exists once the bridge is up (H16). */
  readonly nearest: string
}

/** Is this a method of the newest SDK file? */
export const isMethod = (name: string): boolean => NAMES_ON_UPSDK.includes(name)

/** Finds the method that an error's text is about; undefined if it is about something else. */
export function unknownMethodIn(message: string): UnknownMethod | undefined {
  const [, receiver = '', name = ''] = NOT_A_FUNCTION.exec(message) || []
  if (!receiver) return undefined
  if (UPSDK.test(receiver))
    return { name, nearest: isMethod(name) ? name : nearestName(NAMES_ON_UPSDK, name) || '' }
  if (OTHERS.test(receiver)) return undefined
  if (WITHOUT_PLACEHOLDER.includes(name)) return { name, nearest: name }
  const nearest = NAMES_ON_UPSDK.filter((method) => isSlip(name, method))[0]
  return nearest && !isMethod(name) ? { name, nearest } : undefined
}

/** In names of at least this length, two wrong letters still count as a slip. */
const LONG = 8
/** In shorter names, another letter makes another word: `say`, `map`, `par`, `read`, `errors`. */
const SHORT = 6

/**
 * Is this a misspelt name of a method? Minified code does not show what it was called on. So short names, which are
 * often ordinary words, count only if their letters are in another order.
 */
function isSlip(name: string, method: string): boolean {
  if (hasSameLetters(name, method)) return true
  const most = method.length < SHORT ? 0 : method.length < LONG ? 1 : 2
  return Math.abs(name.length - method.length) <= most && editDistance(name, method) <= most
}

const sorted = (name: string) => name.split('').sort().join('')
const hasSameLetters = (name: string, method: string): boolean =>
  name.length === method.length && editDistance(name, method) === 2 && sorted(name) === sorted(method)
