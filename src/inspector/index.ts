/**
 * `upsdk-kit/inspector`: see each call, on the console or in a tab of vConsole or eruda.
 *
 * @module upsdk-kit/inspector
 */

export type { Inspector, InspectorContext, QuietReason, Step } from '../types/inspector'
export { consoleInspector } from './console'
export { type ErudaInstance, erudaInspector } from './eruda'
export { hintInChinese } from './hints'
export { type VConsoleClass, type VConsoleInstance, vConsoleInspector } from './vConsole'
