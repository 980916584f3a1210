/** The one reader of src/call/methods.tsv, for generators, scripts and tests. The file explains its columns itself. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {'method' | 'present_in' | 'platform' | 'delivery' | 'event' | 'stopped_by' | 'kind' | 'deadline' | 'quiet' | 'settles' |
 *   'gives' | 'shares' | 'numbers' | 'placeholder' | 'failure' | 'parameters' | 'leads_away' | 'before_opening' | 'configures' |
 *   'required' | 'refused_with' | 'fails' | 'sheet' | 'often_used' | 'name_zh' | 'name_en'} Column
 * @typedef {Readonly<Record<Column, string>>} MethodRow
 */

// No `new URL`: in a test with jsdom it is a page's.
const folder = dirname(fileURLToPath(import.meta.url))
const text = readFileSync(join(folder, '../src/call/methods.tsv'), 'utf8')
const [columns = [], ...lines] = text
  .trimEnd()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => line.split('\t'))

/**
 * The rows, with their cells by the name of the column. An empty cell is ''.
 *
 * @type {readonly MethodRow[]}
 */
export const methodRows = lines.map((cells) =>
  Object.fromEntries(columns.map((column, index) => [column, cells[index] || ''])),
)

/**
 * The names of all methods.
 *
 * @type {readonly string[]}
 */
export const methodNames = methodRows.map(({ method }) => method)
