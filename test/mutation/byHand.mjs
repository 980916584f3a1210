/**
 * Mutants made by hand of what only a browser shows, and of what no unit test noticed before: the line, what stands in
 * its place, and the test that must fail then. `npm run mutate:hand` tries them.
 *
 * @typedef {object} Mutant
 * @property {string} file under `src`
 * @property {string} line as it stands there, once, without the space before it
 * @property {string} becomes
 * @property {string} test under `test`
 * @property {string} killedBy the name of the test, or its beginning
 */

/** @type {Mutant[]} */
const dom = [
  {
    file: 'show/dom/elements.ts',
    line: 'if (text) element.textContent = text',
    becomes: 'if (text) element.innerHTML = text',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'text is text',
  },
  {
    file: 'show/dom/elements.ts',
    line: ".replace(/;+/g, '!important;')",
    becomes: '',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'the page’s CSS and its root font size change nothing',
  },
  {
    file: 'show/dom/elements.ts',
    line: "layer.dir = 'auto'",
    becomes: '',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'a page that reads from right to left leaves an English sentence its full stop',
  },
  {
    file: 'show/dom/elements.ts',
    line: '(pageModal || document.documentElement).appendChild(host)',
    becomes: '(pageModal || document.body).appendChild(host)',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'they cover the screen over a body that is hidden while it loads',
  },
  {
    file: 'show/dom/elements.ts',
    line: 'if (showModal) showModal.call(layer)',
    becomes: "if (showModal) layer.setAttribute('open', '')",
    test: 'browser/faults.test.ts',
    killedBy: 'is above a full-screen element',
  },
  {
    file: 'show/dom/elements.ts',
    line: 'showPopover.call(host)',
    becomes: '',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'a toast has the whole screen, also where that is small and clips',
  },
  {
    file: 'show/dom/elements.ts',
    line: 'if (!pageModal) return onRemoved()',
    becomes: 'if (!pageModal) return',
    test: 'browser/ui-leaving.test.ts',
    killedBy: 'a dialog that the page takes away answers no',
  },
  {
    file: 'show/dom/elements.ts',
    line: 'host.lang = lang',
    becomes: '',
    test: 'browser/ui.test.ts',
    killedBy: 'a dialog is a modal alert dialog, named by its texts, in their language',
  },
  {
    file: 'show/dom/elements.ts',
    line: "if (scrollWidth > clientWidth && mayBreakWords) style.setProperty('word-break', 'normal', 'important')",
    becomes: "if (scrollWidth > clientWidth) style.setProperty('word-break', 'normal', 'important')",
    test: 'browser/ui.test.ts',
    killedBy: 'of Korean end between words, beside an address that is too long',
  },
  {
    file: 'show/dom/elements.ts',
    line: "if (animate && !matches(window, '(prefers-reduced-motion: reduce)'))",
    becomes: 'if (animate)',
    test: 'browser/ui.test.ts',
    killedBy: 'they fade in, but not where less motion is asked for: reduce',
  },
  {
    file: 'show/dom/elements.ts',
    line: 'return Math.min(4, Math.max(1, innerWidth / edge(screen.width, screen.height)))',
    becomes: 'return 1',
    test: 'browser/ui.test.ts',
    killedBy: 'a page without a viewport tag is laid out at 980 px',
  },
  {
    file: 'show/dom/dialog.ts',
    line: 'if (hadFocus && focusBefore) focusBefore.focus({ preventScroll: true })',
    becomes: 'if (focusBefore) focusBefore.focus({ preventScroll: true })',
    test: 'browser/ui-leaving.test.ts',
    killedBy: 'a focus that the page moved meanwhile stays where it is',
  },
  {
    file: 'show/dom/input.ts',
    line: "event.stopImmediatePropagation()\n    if (type === 'touchmove')",
    becomes: "if (type === 'touchmove')",
    test: 'browser/ui-leaving.test.ts',
    killedBy: 'the page’s keys and clicks are its own again after a dialog',
  },
  {
    file: 'show/dom/input.ts',
    line: 'for (const name of OWN_EVENTS) window.removeEventListener(name, onEvent, options)',
    becomes: '',
    test: 'browser/ui-leaving.test.ts',
    killedBy: 'a dialog in a WebView without modal ones listens no more',
  },
  {
    file: 'show/dom/input.ts',
    line: "layer.addEventListener('cancel', (event) => {",
    becomes: "layer.addEventListener('cancelled', (event) => {",
    test: 'browser/ui-leaving.test.ts',
    killedBy: 'the phone’s way back answers no',
  },
  {
    file: 'show/dom/input.ts',
    line: 'if (dialogs[dialogs.length - 1] !== host) return',
    becomes: 'if (dialogs[0] !== host) return',
    test: 'browser/ui.test.ts',
    killedBy: 'Escape and Tab are the upper one’s of two dialogs',
  },
  {
    file: 'show/dom/input.ts',
    line: 'const next = event.shiftKey ? (index > 0 ? index : buttons.length) - 1 : (index + 1) % buttons.length',
    becomes: 'const next = (index + 1) % buttons.length',
    test: 'browser/ui.test.ts',
    killedBy: 'Shift+Tab comes to the last button first',
  },
  {
    file: 'show/dom/input.ts',
    line: 'if (fits && event.cancelable && event.touches.length < 2) event.preventDefault()',
    becomes: 'if (!fits && event.cancelable && event.touches.length < 2) event.preventDefault()',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'a finger on the dialog neither scrolls the page under it',
  },
  {
    file: 'show/dom/dialog.ts',
    line: 'close(!!request.confirm && !!button && buttons.indexOf(button) === buttons.length - 1),',
    becomes: 'close(!!request.confirm && !!button),',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'Vant’s open popup is below',
  },
  {
    file: 'show/dom/dialog.ts',
    line: 'request.givenUp?.then(cancel)',
    becomes: '',
    test: 'browser/ui-leaving.test.ts',
    killedBy: 'a dialog goes with popstate',
  },
  {
    file: 'show/dom/dialog.ts',
    line: "matches(window, '(prefers-color-scheme: dark)')",
    becomes: 'false',
    test: 'browser/ui.test.ts',
    killedBy: 'the dialog is dark where the phone is',
  },
  {
    file: 'show/dom/dialog.ts',
    line: 'catch (error) {\n    dismiss()',
    becomes: 'catch (error) {',
    test: 'browser/dialog-turns.test.ts',
    killedBy: 'where matchMedia gives nothing an unconfirmed payment is told by an alert',
  },
  {
    file: 'show/dom/input.ts',
    line: 'return detail > 0 && isSameClock && timeStamp - shownAt < UNREAD',
    becomes: 'return detail > 9 && isSameClock',
    test: 'browser/dialog-input.test.ts',
    killedBy:
      'a dialog is not closed unread, where the browser has a modal dialog: by a tap that was made early',
  },
  {
    file: 'show/dom/input.ts',
    line: 'return detail > 0 && isSameClock',
    becomes: 'return isSameClock',
    test: 'browser/dialog-input.test.ts',
    killedBy: 'a dialog is not closed unread, where the browser has a modal dialog: but a key acts at once',
  },
  {
    file: 'show/dom/input.ts',
    line: 'let timer = setTimeout(take, FRAME_COMES_IN)',
    becomes: 'let timer = 0 as unknown as ReturnType<typeof setTimeout>',
    test: 'browser/dialog-input.test.ts',
    killedBy: 'a page that has no frames to give still gets its buttons',
  },
  {
    file: 'show/dom/input.ts',
    line: 'const options = { capture: true, passive: false }',
    becomes: 'const options = { capture: false, passive: false }',
    test: 'browser/dialog-input.test.ts',
    killedBy: 'under a guard of clicks',
  },
  {
    file: 'show/dom/elements.ts',
    line: "const pageModal = kind === 'toast' ? modalOf(document) : undefined",
    becomes: 'const pageModal = undefined as Element | undefined',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'a toast is there for a screen reader',
  },
  {
    file: 'show/dom/elements.ts',
    line: '(!pageModal || pageModal.open)',
    becomes: 'true',
    test: 'browser/ui-pages.test.ts',
    killedBy: 'a toast stays its time where it is closed',
  },
  {
    file: 'show/dom/elements.ts',
    line: 'border:1px solid transparent',
    becomes: 'border:0',
    test: 'browser/ui.test.ts',
    killedBy: 'where the colours are the user’s own, box and buttons have borders',
  },
  {
    file: 'show/dom/toast.ts',
    line: "setAttributes(host, { role: 'status', 'aria-live': 'polite' })",
    becomes: "setAttributes(host, { role: 'none' })",
    test: 'browser/ui.test.ts',
    killedBy: 'a toast is a status that is read out',
  },
  {
    file: 'show/dom/toast.ts',
    line: 'clearTimeout(readOut)',
    becomes: '',
    test: 'browser/ui-leaving.test.ts',
    killedBy: 'a toast that is taken away leaves no timer',
  },
  {
    file: 'show/dom/presenter.ts',
    line: 'openDialogs.add(cancel)',
    becomes: '',
    test: 'browser/ui-leaving.test.ts',
    killedBy: 'a dialog goes with destroy',
  },
]

/** @type {Mutant[]} */
const fallbacks = [
  {
    file: 'fallbacks/scan.ts',
    line: 'for (const track of stream.getTracks()) track.stop()',
    becomes: '',
    test: 'browser/fallbacks-camera-and-files.test.ts',
    killedBy: 'reads a code from the camera, and lets go of it',
  },
  {
    file: 'fallbacks/scan.ts',
    line: "const isWanted = (format: string) => !wanted || wanted.includes(format === 'qr_code' ? 'qrCode' : 'barCode')",
    becomes: 'const isWanted = (format: string) => !wanted || !!format',
    test: 'browser/fallbacks-camera-and-files.test.ts',
    killedBy: 'looks for the kinds of codes that are asked for',
  },
  {
    file: 'fallbacks/scan.ts',
    line: 'if (!hasUserActed(window)) throw withoutTap()',
    becomes: 'if (!window) throw withoutTap()',
    test: 'browser/fallbacks.test.ts',
    killedBy: 'nothing asks for a permission, or opens a chooser',
  },
  {
    file: 'fallbacks/pickFile.ts',
    line: 'input.remove()',
    becomes: '',
    test: 'browser/fallbacks-camera-and-files.test.ts',
    killedBy: 'chooseImage gives a picture scaled down as the wallet does',
  },
  {
    file: 'fallbacks/files.ts',
    line: 'const limited = Number(maxWidth) && Number(maxHeight)',
    becomes: 'const limited = maxWidth || maxHeight',
    test: 'browser/fallbacks-camera-and-files.test.ts',
    killedBy: 'chooseImage gives a picture scaled down as the wallet does',
  },
  {
    file: 'fallbacks/files.ts',
    line: "if (file.size > Number(maxSize)) throw { code: '03' }",
    becomes: "if (file.size >= Number(maxSize)) throw { code: '03' }",
    test: 'browser/fallbacks-camera-and-files.test.ts',
    killedBy: 'chooseFileFromAlbum and readAlbumData give a file in chunks, up to a size',
  },
  {
    file: 'fallbacks/location.ts',
    line: 'return toGcj02({ latitude: coords.latitude, longitude: coords.longitude })',
    becomes: 'return { latitude: coords.latitude, longitude: coords.longitude }',
    test: 'browser/fallbacks.test.ts',
    killedBy: 'location is GCJ-02 in China, and as it is elsewhere',
  },
  {
    file: 'fallbacks/location.ts',
    line: "[longitude, latitude, String(name).replace(/,/g, ' ')].join(',')",
    becomes: "[longitude, latitude, String(name)].join(',')",
    test: 'browser/fallbacks.test.ts',
    killedBy: 'location kit.navi(',
  },
  {
    file: 'fallbacks/navigation.ts',
    line: "if (isFinish === '1') window.location.replace(address)",
    becomes: "if (isFinish === '1') window.location.assign(address)",
    test: 'browser/fallbacks.test.ts',
    killedBy: "kit.createWebView({ url: '/next', isFinish: '1' }) opens the address; back to the page: false",
  },
  {
    file: 'fallbacks/share.ts',
    line: "if (name === 'AbortError') throw new Refusal('cancelled')",
    becomes: '',
    test: 'browser/fallbacks.test.ts',
    killedBy: 'showSharePopup uses the browser’s panel, and says cancelled',
  },
  {
    file: 'fallbacks/device.ts',
    line: 'await orUnsupported(keeper.keep(brightness >= BRIGHT))',
    becomes: 'await orUnsupported(keeper.keep(true))',
    test: 'browser/fallbacks.test.ts',
    killedBy: 'setScreenBrightness keeps the screen on while it is bright',
  },
  {
    file: 'fallbacks/request.ts',
    line: 'init.body = isObject(content) && !isPlain(content) ? (content as BodyInit) : textOf(content)',
    becomes: 'init.body = textOf(content)',
    test: 'browser/fallbacks.test.ts',
    killedBy: 'sendRequest sends forms and blobs as they are, and no header that is none',
  },
]

/** @type {Mutant[]} */
const openInApp = [
  {
    file: 'openInApp/open.ts',
    line: 'const blocked = BLOCKS_LINKS.test(window.navigator.userAgent)',
    becomes: 'const blocked = BLOCKS_LINKS.test("")',
    test: 'browser/outside.test.ts',
    killedBy: 'a tap outside the wallet in WeChat, which blocks such links, leads to a link to copy at once',
  },
  {
    file: 'openInApp/open.ts',
    line: 'const onChange = () => document.hidden && end(true)',
    becomes: 'const onChange = () => document.hidden && end(false)',
    test: 'browser/outside.test.ts',
    killedBy: 'a tap outside the wallet says nothing more where the app comes up',
  },
  {
    file: 'openInApp/open.ts',
    line: 'if (!qr || !context.canShowPicture) return undefined',
    becomes: 'if (!qr || context.canShowPicture) return undefined',
    test: 'browser/outside.test.ts',
    killedBy: 'on a desktop leads to a QR code of the page, that a phone reads',
  },
  {
    file: 'openInApp/open.ts',
    line: 'if (!(await ask(offer))) return',
    becomes: 'if (await ask(offer)) return',
    test: 'browser/outside.test.ts',
    killedBy: 'on a desktop without the QR module leads to a link to copy',
  },
  {
    file: 'openInApp/link.ts',
    line: 'return given || pageAddress(window, keep)',
    becomes: 'return given || window?.document.location.href',
    test: 'browser/outside.test.ts',
    killedBy: 'on a desktop leads to a QR code of the page, that a phone reads',
  },
]

/** Of rooms that Stryker mutates too, or whose unit tests once let them live. @type {Mutant[]} */
const others = [
  {
    file: 'lib/heartbeat.ts',
    line: 'clearTimeout(timer)\n    document?.removeEventListener',
    becomes: 'document?.removeEventListener',
    test: 'unit/waiting.test.ts',
    killedBy: 'leaves no timer behind',
  },
  {
    file: 'lib/heartbeat.ts',
    line: 'clearTimeout(timer)\n    wakesAt = at',
    becomes: 'wakesAt = at',
    test: 'unit/waiting.test.ts',
    killedBy: 'has one timer, however many wait',
  },
  {
    file: 'lib/heartbeat.ts',
    line: 'clearTimeout(timer)\n    if (!hidden) sleepUntil(visibleTime)',
    becomes: 'if (!hidden) sleepUntil(visibleTime)',
    test: 'unit/waiting.test.ts',
    killedBy: 'has no timer while the page is hidden',
  },
  {
    file: 'lib/heartbeat.ts',
    line: 'if (hidden) return sleepUntil(wakesAt)',
    becomes: '',
    test: 'unit/showing.test.ts',
    killedBy: 'not while the document is hidden, also where the page keeps that to itself',
  },
  {
    file: 'helpers/failure.ts',
    line: 'sent = true,',
    becomes: 'sent = false,',
    test: 'unit/helpers.test.ts',
    killedBy: 'says that native may have got what it rejects with',
  },
  {
    file: 'helpers/failure.ts',
    line: 'return new UpsdkError({ explanation: upsdk.explain(raw, { method }), sent: true, method, raw })',
    becomes:
      'return new UpsdkError({ explanation: upsdk.explain(raw, { method }), sent: false, method, raw })',
    test: 'unit/helpers.test.ts',
    killedBy: 'says that native may have got what it rejects with',
  },
  ...[
    [
      "'outside-wallet': row('never', 'dialog', 'Not opened in the wallet app.', { acting: true }),",
      'outside-wallet',
    ],
    ["acting: true,\n    },\n  ),\n  'ready-timeout'", 'sdk-missing'],
    ['acting: true,\n    beforePaying: true,', 'ready-timeout'],
    ["acting: true,\n  }),\n  'bad-config'", 'bad-signature'],
    ['acting: true,\n  }),\n  unauthorized', 'bad-config'],
  ].map(([line = '', reason]) => ({
    file: 'failure/reasons.ts',
    line,
    becomes: line.replace('acting: true', 'acting: false'),
    test: 'unit/showing.test.ts',
    killedBy: `only who acts is told ${reason}: on load it would only interrupt`,
  })),
]

export const mutants = [...dom, ...fallbacks, ...openInApp, ...others]
