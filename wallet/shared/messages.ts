/** The messages between the phone and the client in its frame. */
import type { LogEntry, LogNote } from './logStore'
import type { PageState } from './pageState'
import type { DeskSettings } from './settings'

/** Messages from the client in the frame. */
export type FromPage =
  /** The client has started, in a new document. */
  | { readonly type: 'started'; readonly settings: DeskSettings }
  | { readonly type: 'log'; readonly entries: readonly LogEntry[]; readonly notes: readonly LogNote[] }
  | { readonly type: 'state'; readonly state: PageState }
  /** The page's path, query and hash, and its title. */
  | { readonly type: 'address'; readonly path: string; readonly title: string }
  /** The page made a kit of its own. */
  | { readonly type: 'kit' }

/** Messages from the phone. */
export type FromPhone =
  | { readonly type: 'change'; readonly settings: DeskSettings }
  | { readonly type: 'fire'; readonly event: string }
  | { readonly type: 'bridge-up' | 'back' | 'close' }
