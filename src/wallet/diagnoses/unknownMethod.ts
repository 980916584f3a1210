/** Reads an error's text: does the page call something of upsdk's that does not exist? */
import { editDistance, nearestName } from '../../inspector/nearest'
import { methodsOf } from '../../simulator/methods'
import { WITHOUT_PLACEHOLDER } from '../../simulator/methodTable'

const METHODS = [...methodsOf('latest'), 'pluginReady', 'config', 'ready', 'error']

/** `upsdk.pya`, `this.$upsdk.pya`, minified `e.pya`, `upsdk[name]`: the receiver's last name, and the method's. */
const NOT_A_FUNCTION = /([\w$]+)\)?(?:\.([\w$]+)|\[[^\]]*\]) is not a function/

/** Names of variables that hold upsdk. */
const UPSDK = /^(\$?upsdk|_?UPSDK)$/i

/** A method that the page asked for in vain. */
export interface UnknownMethod {
  /** '' where the error does not say it. */
  readonly name: string
  /** The method that may have been meant; the name itself where it exists once the bridge is up (H16). */
  readonly nearest: string
}

/** Is this a method of the newest SDK file? */
export const isMethod = (name: string): boolean => METHODS.includes(name)

/** Finds the method that an error's text is about; undefined where it is about something else. */
export function unknownMethodIn(message: string): UnknownMethod | undefined {
  const [, receiver = '', name = ''] = NOT_A_FUNCTION.exec(message) || []
  if (!receiver) return undefined
  if (UPSDK.test(receiver)) return { name, nearest: isMethod(name) ? name : nearestName(METHODS, name) || '' }
  if (WITHOUT_PLACEHOLDER.includes(name)) return { name, nearest: name }
  const nearest = METHODS.filter((method) => isSlip(name, method))[0]
  return nearest && !isMethod(name) ? { name, nearest } : undefined
}

/** From here on two letters are few enough to say that a name was meant. */
const LONG = 8
/** Below this another letter makes another word: `say`, `map`, `par`. */
const SHORT = 5

/**
 * Is this a slip of the pen in the name of a method? Minified code does not say what it was called on, so short names,
 * which are ordinary words too, count only with their letters in another order.
 */
function isSlip(name: string, method: string): boolean {
  if (hasSameLetters(name, method)) return true
  const most = method.length < SHORT ? 0 : method.length < LONG ? 1 : 2
  return Math.abs(name.length - method.length) <= most && editDistance(name, method) <= most
}

const sorted = (name: string) => name.split('').sort().join('')
const hasSameLetters = (name: string, method: string): boolean =>
  name.length === method.length && editDistance(name, method) === 2 && sorted(name) === sorted(method)
