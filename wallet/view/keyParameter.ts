/** Finds the parameter by which a call is told from the others of its method, for its row. */
import { isObject } from '../../src/internalsWithoutDom'
import type { LogEntry } from '../shared/log'
import { A_FUNCTION } from '../shared/portable'
import { shortened, WHOLE } from './shortened'

/** The names that tell most, in this order. Without one of them, the first short value is taken. */
const TELLING = [
  'tn',
  'orderNo',
  'orderId',
  'scanQrCodeContent',
  'scanType',
  'scope',
  'title',
  'msg',
  'url',
  'shareUrl',
  'appId',
  'key',
  'eventId',
]

/** The most characters of a value in a row. */
const LONGEST_VALUE = 40

const isShort = (value: unknown): boolean =>
  (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) ||
  (typeof value === 'string' && value !== '' && value !== A_FUNCTION) ||
  typeof value === 'number' ||
  typeof value === 'boolean'

/** Writes the parameter as its row shows it; '' if the call has none. */
export function keyParameter({ called, reached }: LogEntry): string {
  const params: unknown = (called || reached)?.params
  if (isShort(params)) return shown(params)
  // cordova's calls have a list of parameters.
  const table: unknown = Array.isArray(params) ? params[0] : params
  if (!isObject(table)) return ''
  const names = [...TELLING, ...Object.keys(table)]
  const name = names.find((one) => Object.prototype.hasOwnProperty.call(table, one) && isShort(table[one]))
  return name === undefined ? '' : `${name}: ${shown(table[name], WHOLE.includes(name))}`
}

function shown(value: unknown, isWhole = false): string {
  const line = (Array.isArray(value) ? value.join(', ') : String(value)).replace(/\s+/g, ' ')
  const text = isWhole ? line : shortened(line)
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}
