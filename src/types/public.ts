/** All public types, for both `upsdk-kit` and `upsdk-kit/core`. */
export type { CodeCatalogue, CodeEntry, CodeVariant, Source } from '../codes/catalogue'
export type { Presentation, Reason, Retry } from '../codes/reasons'
export type { Explanation } from '../explain'
export type { Fallback, FallbackContext, FallbackMethod, Fallbacks } from '../fallbacks/fallback'
export type { Environment } from '../gate/environment'
export type { SignedConfig, SignedConfigSource } from '../gate/signed'
export type { CallOptions } from '../invoke/call'
export type { WalletLinkOptions } from '../link/link'
export type { QrModule, WalletOptions } from '../link/open'
export type { LocaleMessages, MessageKey, MessageOverrides } from '../messages/messages'
export type { CallRecord, UpsdkOptions } from '../options'
export type { Action, Actions, DialogRequest, Presenter, ToastOptions } from '../ui/presenter'
export type { UpsdkWindow } from '../window'
export type { BluetoothDevice } from './bluetooth'
export type { EventData, EventName, EventParams, UpsdkEvents, WalletEvent } from './events'
export type { ChosenLocation } from './location'
export type { Method, NumberOrText, NumericString } from './method'
export type { UpsdkMethods } from './methods'
export type { RightButton, TitleStyle } from './page'
export type { ShareChannel, ShareContent } from './share'
export type {
  CallArguments,
  Callbacks,
  MethodName,
  Methods,
  NotifyOptions,
  Params,
  Result,
  ResultOf,
  Upsdk,
} from './upsdk'
