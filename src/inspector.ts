/**
 * `upsdk-kit/inspector`: see each call on the console.
 *
 * @module upsdk-kit/inspector
 */
export { consoleInspector } from './inspector/console'
export { hintInChinese } from './inspector/hints'
export type { Inspector, InspectorContext, QuietReason, Step } from './ports/steps'
