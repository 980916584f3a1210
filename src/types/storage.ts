import type { Method, Undocumented } from './method'

/** Methods for data that a mini-program keeps in the wallet. */
export interface StorageMethods {
  /**
   * Keeps a text under a key.
   *
   * Resolves to `{ code }` (upsdk-behaviour §4).
   *
   * @param key the key
   * @param value the text; make one of an object with `JSON.stringify`
   */
  saveData: Method<{ key: string; value: string }, { code: string }>

  /**
   * Reads what `saveData` keeps under a key.
   *
   * Resolves to `{ code, msg, key, value }`; `value` stays text, also where it looks like JSON (H12).
   *
   * @param key the key
   */
  queryData: Method<{ key: string }, { code: string; msg: string; key: string; value: string }>

  /**
   * Deletes what `saveData` keeps under a key.
   *
   * Resolves to what native gives (upsdk-behaviour §4: raw).
   *
   * @param key the key
   */
  deleteData: Method<{ key: string }, unknown>

  /**
   * Deletes all that `saveData` keeps.
   *
   * Resolves to what native gives (upsdk-behaviour §4: raw).
   */
  deleteAllKeys: Method<undefined, unknown>

  /**
   * Lists the keys of `saveData`.
   *
   * Resolves to what native gives (upsdk-behaviour §4: raw).
   */
  getAllKeys: Method<undefined, unknown>

  /**
   * Reads what pages of a mini-program share.
   *
   * Resolves to text; it stays text, also where it looks like JSON (H12).
   */
  getSharedData: Undocumented<string>

  /**
   * Sets what pages of a mini-program share.
   *
   * Resolves to what native gives.
   */
  setSharedData: Undocumented
}
