/** All public types, for both `upsdk-kit` and `upsdk-kit/core`. */

export type { UpsdkOptions } from './options'
export type { Action, Actions } from './types/actions'
export type { BluetoothDevice } from './types/bluetooth'
export type {
  CallArguments,
  Callbacks,
  MethodName,
  Methods,
  Params,
  RawFailure,
  RawResult,
  Result,
  ResultOf,
} from './types/callable'
export type { AbortSignalLike, CallOptions, CallRecord, NotifyOptions } from './types/callOptions'
export type { CodeCatalogue, CodeEntry, CodeVariant } from './types/codes'
export type { Environment } from './types/environment'
export type { UpsdkErrorFields } from './types/error'
export type { EventData, EventName, EventParams, UpsdkEvents, WalletEvent } from './types/events'
export type { Cause, Explanation, Presentation, Reason, Retry, Source } from './types/failure'
export type {
  Fallback,
  FallbackContext,
  FallbackMethod,
  Fallbacks,
  FallbackTable,
} from './types/fallbacks'
export type { ExplicitAuthScope } from './types/identity'
export type { Inspector, InspectorContext, QuietReason, Step } from './types/inspector'
export type { ChosenLocation } from './types/location'
export type { Method, NumberOrText, NumericString } from './types/method'
export type { UpsdkMethods } from './types/methods'
export type { OpenInApp } from './types/openInApp'
export type { RightButton, TitleStyle } from './types/page'
export type { DialogRequest, Presenter, ToastOptions } from './types/presenter'
export type { ShareChannel, ShareContent } from './types/share'
export type { SignedConfig, SignedConfigSource } from './types/signed'
export type { LocaleMessages, MessageKey, MessageOverrides } from './types/texts'
export type { Upsdk } from './types/upsdk'
export type { UpsdkWindow } from './types/window'
