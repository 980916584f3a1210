/**
 * Twenty mutants of what only a browser shows, where Stryker has nothing to say: `npm run mutate:hand` tries them. Each
 * is found by what it means: a function, and a pattern that stands in it once.
 *
 * @typedef {object} Mutant
 * @property {string} file under `src`
 * @property {string} in the function's name
 * @property {RegExp} find
 * @property {string} becomes as in `String.replace`
 * @property {string} test under `test`
 * @property {string} killedBy the name of the test that must fail, or a part of it
 */

/** @type {Mutant[]} */
export const mutants = [
  {
    file: 'show/dom/elements.ts',
    in: 'addElement',
    find: /\.textContent = text/,
    becomes: '.innerHTML = text',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'markup in a text is shown as text',
  },
  {
    file: 'show/dom/elements.ts',
    in: 'newElement',
    find: /!important;/,
    becomes: ';',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'the page’s CSS and its root font size change nothing',
  },
  {
    file: 'show/dom/elements.ts',
    in: 'place',
    find: /\|\| document\.documentElement\)/,
    becomes: '|| document.body)',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'they cover the screen over a body that is hidden while it loads',
  },
  {
    file: 'show/dom/elements.ts',
    in: 'place',
    find: /showModal\.call\(layer\)/,
    becomes: "layer.setAttribute('open', '')",
    test: 'browser/dialog-on-top.test.ts',
    killedBy: 'is above a full-screen element',
  },
  {
    file: 'show/dom/elements.ts',
    in: 'place',
    find: /showPopover\.call\(host\)/,
    becomes: '',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'a toast can use the whole screen, even if the modal is small and clips',
  },
  {
    file: 'show/dom/elements.ts',
    in: 'place',
    find: /kind === 'toast' \? modalOf\(document\) : undefined/,
    becomes: 'undefined as Element | undefined',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'a toast reaches a screen reader',
  },
  {
    file: 'show/dom/elements.ts',
    in: 'putOnScreen',
    find: /return onRemoved\(\)/,
    becomes: 'return',
    test: 'browser/ui-leaving.test.ts',
    killedBy: 'a dialog that the page removes answers no',
  },
  {
    file: 'show/dom/dialog.ts',
    in: 'dismiss',
    find: /if \(hadFocus && focusBefore\)/,
    becomes: 'if (focusBefore)',
    test: 'browser/ui-leaving.test.ts',
    killedBy: 'a focus that the page moved meanwhile is not moved back',
  },
  {
    file: 'show/dom/dialog.ts',
    in: 'showDialog',
    find: /buttons\.indexOf\(button\) === buttons\.length - 1/,
    becomes: 'true',
    test: 'pages/presenters.test.ts',
    killedBy: 'lies above Vant’s open popup',
  },
  {
    file: 'show/dom/dialog.ts',
    in: 'handleInput',
    find: /addEventListener\('cancel',/,
    becomes: "addEventListener('cancelled',",
    test: 'browser/ui-leaving.test.ts',
    killedBy: 'the phone’s back gesture answers no',
  },
  {
    file: 'show/dom/dialog.ts',
    in: 'onEvent',
    find: /event\.stopImmediatePropagation\(\)/,
    becomes: '',
    test: 'browser/ui-leaving.test.ts',
    killedBy: 'the page gets its keys and clicks back after a dialog',
  },
  {
    file: 'show/dom/dialog.ts',
    in: 'isEarly',
    find: / && timeStamp - shownAt < UNREAD/,
    becomes: ' && false',
    test: 'browser/dialog-input.test.ts',
    killedBy: 'if the browser has a modal dialog: a tap made before it was shown',
  },
  {
    file: 'show/dom/dialog.ts',
    in: 'isEarly',
    find: /detail > 0 && /,
    becomes: '',
    test: 'browser/dialog-input.test.ts',
    killedBy: 'if the browser has a modal dialog: a key closes it at once',
  },
  {
    file: 'show/dom/dialog.ts',
    in: 'watchPointer',
    find: /setTimeout\(acceptTaps, FRAME_COMES_IN\)/,
    becomes: 'setTimeout(() => {}, FRAME_COMES_IN)',
    test: 'browser/dialog-input.test.ts',
    killedBy: 'a page that produces no frames still gets working buttons',
  },
  {
    file: 'show/dom/presenter.ts',
    in: 'showToast',
    find: /role: 'status', 'aria-live': 'polite'/,
    becomes: "role: 'none'",
    test: 'browser/ui.test.ts',
    killedBy: 'a toast is a status that is read out',
  },
  {
    file: 'fallbacks/scan.ts',
    in: 'openCamera',
    find: /track\.stop\(\)/,
    becomes: '{}',
    test: 'pages/fallbacks-camera-and-files.test.ts',
    killedBy: 'reads a code from the camera, and releases it',
  },
  {
    file: 'fallbacks/scan.ts',
    in: 'scanQRCode',
    find: /!hasUserActed\(window\)/,
    becomes: '!window',
    test: 'pages/fallbacks.test.ts',
    killedBy: 'no fallback asks for a permission, or opens a chooser',
  },
  {
    file: 'fallbacks/location.ts',
    in: 'getLocationGps',
    find: /toGcj02\(/,
    becomes: '(',
    test: 'pages/fallbacks.test.ts',
    killedBy: 'location is GCJ-02 in China, and as it is elsewhere',
  },
  {
    file: 'openInApp/open.ts',
    in: 'leaves',
    find: /return document\.hidden/,
    becomes: 'return false',
    test: 'browser/outside.test.ts',
    killedBy: 'a tap outside the wallet shows nothing more if the app comes up',
  },
  {
    file: 'openInApp/open.ts',
    in: 'draw',
    find: /!context\.canShowPicture/,
    becomes: 'context.canShowPicture',
    test: 'browser/outside.test.ts',
    killedBy: 'on a desktop shows a QR code of the page that a phone can read',
  },
]
