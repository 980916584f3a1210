/** Writes values as JavaScript, for a test. */
import { isObject } from '../../../src/internalsWithoutDom'

/** Writes a text as JavaScript, in single quotes. */
export const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`

/** Stands for a value that is written by code of its own, such as one that differs in each run. */
export class Code {
  constructor(readonly text: string) {}
}

/** Writes a value. */
export function javaScript(value: unknown): string {
  if (value instanceof Code) return value.text
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(javaScript).join(', ')}]`
  if (!isObject(value)) return String(value)
  const members = Object.keys(value).map(
    (name) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)}: ${javaScript(value[name])}`,
  )
  return members.length ? `{ ${members.join(', ')} }` : '{}'
}
