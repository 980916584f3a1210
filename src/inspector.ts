/**
 * `upsdk-kit/inspector`: see each call, on the console or in a tab of vConsole or eruda.
 *
 * @module upsdk-kit/inspector
 */
export { consoleInspector } from './inspector/console'
export { type ErudaInstance, erudaInspector } from './inspector/eruda'
export { hintInChinese } from './inspector/hints'
export { type VConsoleClass, type VConsoleInstance, vConsoleInspector } from './inspector/vConsole'
export type { Inspector, InspectorContext, QuietReason, Step } from './types/inspector'
