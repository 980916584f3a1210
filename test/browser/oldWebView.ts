/** Everything newer than Chrome 55 and iOS 10.3 that a library like this one might lean on; `Proxy` they have. */
export const WITHOUT = `
for (const name of ['HTMLDialogElement', 'AbortController', 'AbortSignal', 'ResizeObserver', 'IntersectionObserver',
  'queueMicrotask', 'structuredClone', 'WeakRef', 'FinalizationRegistry', 'BroadcastChannel', 'CompressionStream',
  'AggregateError', 'BarcodeDetector', 'trustedTypes', 'createImageBitmap', 'visualViewport', 'scheduler', 'navigation'])
  delete window[name]
for (const [owner, names] of [
  [Document.prototype, ['adoptedStyleSheets', 'startViewTransition', 'getAnimations']],
  [ShadowRoot.prototype, ['adoptedStyleSheets']],
  [CSSStyleSheet.prototype, ['replace', 'replaceSync']],
  [Promise, ['allSettled', 'any', 'withResolvers', 'try']],
  [Promise.prototype, ['finally']],
  [Array.prototype, ['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with']],
  [String.prototype, ['replaceAll', 'matchAll', 'trimStart', 'trimEnd', 'at']],
  [Object, ['fromEntries', 'hasOwn', 'groupBy']],
  [Element.prototype, ['replaceChildren', 'toggleAttribute', 'animate', 'checkVisibility', 'attachInternals']],
  [HTMLElement.prototype, ['inert', 'popover', 'showPopover']],
  [Navigator.prototype, ['share', 'clipboard', 'wakeLock', 'userActivation', 'userAgentData', 'permissions']],
]) for (const name of names) delete owner[name]`
