/** All public types, for both `upsdk-kit` and `upsdk-kit/core`. */
export type { CodeCatalogue, CodeEntry, CodeVariant, Source } from '../failure/catalogue'
export type { Explanation } from '../failure/error'
export type { Presentation, Reason, Retry } from '../failure/reasons'
export type { Fallback, FallbackContext, FallbackMethod, Fallbacks } from '../fallbacks/fallback'
export type { Environment } from '../gate/environment'
export type { SignedConfig, SignedConfigSource } from '../gate/signed'
export type { UpsdkWindow } from '../lib/window'
export type { UpsdkOptions } from '../options'
export type { AbortSignalLike, CallOptions, CallRecord, NotifyOptions } from '../ports/callOptions'
export type { OpenInApp } from '../ports/openInApp'
export type { Action, Actions, DialogRequest, Presenter, ToastOptions } from '../ports/presenter'
export type { Inspector, InspectorContext, QuietReason, Step } from '../ports/steps'
export type { Upsdk } from '../ports/upsdk'
export type { LocaleMessages, MessageKey, MessageOverrides } from '../texts/texts'
export type { BluetoothDevice } from '../types/bluetooth'
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
} from '../types/callable'
export type { EventData, EventName, EventParams, UpsdkEvents, WalletEvent } from '../types/events'
export type { ExplicitAuthScope } from '../types/identity'
export type { ChosenLocation } from '../types/location'
export type { Method, NumberOrText, NumericString } from '../types/method'
export type { UpsdkMethods } from '../types/methods'
export type { RightButton, TitleStyle } from '../types/page'
export type { ShareChannel, ShareContent } from '../types/share'
