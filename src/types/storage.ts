import type { Method, Undocumented } from './method'

/** Methods for data that a mini-program keeps in the wallet. */
export interface StorageMethods {
  /**
   * Saves a text under a key.
   *
   * Resolves to `{ code }` (upsdk-behaviour §4).
   *
   * @param key the key
   * @param value the text; use `JSON.stringify` for an object
   */
  saveData: Method<{ key: string; value: string }, { code: string }>

  /**
   * Reads what `saveData` saved under a key.
   *
   * Resolves to `{ code, msg, key, value }`; `value` stays text even if it looks like JSON (H12).
   *
   * @param key the key
   */
  queryData: Method<{ key: string }, { code: string; msg: string; key: string; value: string }>

  /**
   * Deletes what `saveData` saved under a key.
   *
   * Resolves to native's raw answer (upsdk-behaviour §4).
   *
   * @param key the key
   */
  deleteData: Method<{ key: string }, unknown>

  /**
   * Deletes everything that `saveData` saved.
   *
   * Resolves to native's raw answer (upsdk-behaviour §4).
   */
  deleteAllKeys: Method<undefined, unknown>

  /**
   * Lists the keys of `saveData`.
   *
   * Resolves to native's raw answer (upsdk-behaviour §4).
   */
  getAllKeys: Method<undefined, unknown>

  /**
   * Reads the data that the pages of a mini-program share.
   *
   * Resolves to text, even if it looks like JSON (H12).
   */
  getSharedData: Undocumented<string>

  /** Sets the data that the pages of a mini-program share. */
  setSharedData: Undocumented
}
