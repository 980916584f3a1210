import type { Fallback, WebWindow } from '../types/fallbacks'
import { Refusal } from './fallback'

/** The prefix keeps these keys apart from the page's own. */
const DATA = 'upsdk-kit:data:'
const SHARED = 'upsdk-kit:shared:'

/** Runs a function on the storage. Rejects with `unsupported` if the browser has none, and `system` if it is full. */
function inStorage<T>(window: WebWindow, run: (storage: Storage) => T): T {
  try {
    return run(window.localStorage)
  } catch (error) {
    throw new Refusal((error as Error).name === 'QuotaExceededError' ? 'system' : 'unsupported')
  }
}

function keyOf(params: object | undefined): string {
  const { key } = (params || {}) as { key?: unknown }
  if (typeof key !== 'string' || !key) throw new Refusal('invalid-params')
  return key
}

function set(window: WebWindow, prefix: string, params: object | undefined): { code: string } {
  const key = prefix + keyOf(params)
  const { value = '' } = (params || {}) as { value?: unknown }
  inStorage(window, (storage) => storage.setItem(key, String(value)))
  return { code: '00' }
}

const get = (window: WebWindow, prefix: string, params: object | undefined): string => {
  const key = prefix + keyOf(params)
  return inStorage(window, (storage) => storage.getItem(key)) || ''
}

const keysIn = (storage: Storage): string[] => Object.keys(storage).filter((key) => key.startsWith(DATA))

/** Saves a text in the browser. */
export const saveData: Fallback<'saveData'> = (params, { window }) => set(window, DATA, params)

/** Reads what `saveData` saved; '' if there is nothing. */
export const queryData: Fallback<'queryData'> = (params, { window }) => ({
  code: '00',
  msg: '',
  key: keyOf(params),
  value: get(window, DATA, params),
})

/** Deletes what `saveData` saved under a key. */
export const deleteData: Fallback<'deleteData'> = (params, { window }) => {
  const key = DATA + keyOf(params)
  inStorage(window, (storage) => storage.removeItem(key))
  return { code: '00' }
}

/** Deletes everything that `saveData` saved, and nothing else of the page. */
export const deleteAllKeys: Fallback<'deleteAllKeys'> = (_params, { window }) => {
  inStorage(window, (storage) => {
    for (const key of keysIn(storage)) storage.removeItem(key)
  })
  return { code: '00' }
}

/** Lists the keys of `saveData` as `{ code, keys }`. The wallet's result is not documented. */
export const getAllKeys: Fallback<'getAllKeys'> = (_params, { window }) => ({
  code: '00',
  keys: inStorage(window, keysIn).map((key) => key.slice(DATA.length)),
})

/** Saves `value` under `key` for all pages of this origin. */
export const setSharedData: Fallback<'setSharedData'> = (params, { window }) => set(window, SHARED, params)

/** Reads what `setSharedData` saved under `key`. */
export const getSharedData: Fallback<'getSharedData'> = (params, { window }) => get(window, SHARED, params)
