import { globalWindow, type UpsdkWindow } from '../window'
import { type Build, createBuild } from './elements'
import type { DialogRequest, Presenter, ToastOptions } from './presenter'

/**
 * Toasts and dialogs made of the page's own elements: under a shadow root and with styles set one by one,
 * so that neither the page's CSS nor a strict Content-Security-Policy has a say in them.
 *
 * Give it as `presenter` to have one style always, instead of the wallet's toast where that can be trusted.
 */
export function domPresenter(options: { window?: UpsdkWindow } = {}): Presenter {
  const window = options.window || globalWindow()
  let removeToast = () => {}
  const openDialogs = new Set<() => void>()
  return {
    toast(message, toastOptions) {
      removeToast()
      if (window) removeToast = showToast(createBuild(window), message, toastOptions)
    },
    dialog(request) {
      if (!window) return Promise.resolve(false)
      return new Promise((resolve) => {
        const close = showDialog(createBuild(window), window, request, (confirmed) => {
          openDialogs.delete(close)
          resolve(confirmed)
        })
        openDialogs.add(close)
      })
    },
    destroy() {
      removeToast()
      openDialogs.forEach((close) => {
        close()
      })
    },
  }
}

const DEFAULT_DURATION = 2500
/** ms after which a text is put into its live region once more: a region is only read out once it is known. */
const READ_OUT_AFTER = 100

function showToast(
  build: Build,
  message: string,
  { lang, duration = DEFAULT_DURATION }: ToastOptions,
): () => void {
  const { host, root, remove } = build.host('toast', lang, { 'pointer-events': 'none' })
  host.setAttribute('role', 'status')
  host.setAttribute('aria-live', 'polite')
  const layer = build.element('div', root, {
    position: 'fixed',
    top: '0',
    left: '0',
    right: '0',
    bottom: '0',
    display: 'flex',
    'align-items': 'center',
    'justify-content': 'center',
    padding: '1.5em',
    'box-sizing': 'border-box',
  })
  const box = build.element('div', layer, {
    'max-width': '17em',
    padding: '.75em 1em',
    'border-radius': '.5em',
    background: build.dark ? 'rgba(72,72,74,.96)' : 'rgba(0,0,0,.8)',
    color: '#fff',
    'text-align': 'center',
    'overflow-wrap': 'break-word',
    'word-wrap': 'break-word',
  })
  box.textContent = message
  build.fadeIn(box)
  const readOut = setTimeout(() => {
    box.textContent = message
  }, READ_OUT_AFTER)
  const end = setTimeout(remove, duration)
  return () => {
    clearTimeout(readOut)
    clearTimeout(end)
    remove()
  }
}

/** Where the page goes elsewhere, a dialog about where it was has no place any more. */
const LEAVING = ['popstate', 'hashchange', 'pagehide'] as const

function showDialog(
  build: Build,
  window: UpsdkWindow,
  request: DialogRequest,
  done: (confirmed: boolean) => void,
): () => void {
  const { document } = window
  const focusBefore = document.activeElement as HTMLElement | null
  const { host, root, remove } = build.host('dialog', request.lang, { 'pointer-events': 'auto' })
  const { layer, box, buttons } = buildDialog(build, root, request)
  let open = true

  function close(confirmed: boolean): void {
    if (!open) return
    open = false
    for (const name of LEAVING) window.removeEventListener(name, cancel)
    remove()
    if (focusBefore && document.contains(focusBefore)) focusBefore.focus({ preventScroll: true })
    done(confirmed)
  }
  const cancel = () => close(false)
  const confirm = () => close(true)

  buttons[0]?.addEventListener('click', buttons.length > 1 ? cancel : confirm)
  buttons[1]?.addEventListener('click', confirm)
  for (const name of LEAVING) window.addEventListener(name, cancel)
  host.addEventListener('keydown', (event) => {
    // The page's own shortcuts have no business under a dialog.
    event.stopPropagation()
    if (event.key === 'Escape') cancel()
    if (event.key === 'Tab') keepFocus(event, root, buttons)
  })
  layer.addEventListener('touchmove', (event) => {
    if (event.target === layer) event.preventDefault()
  })
  build.fadeIn(layer)
  box.focus({ preventScroll: true })
  return cancel
}

function buildDialog(build: Build, root: Node, request: DialogRequest) {
  const { dark } = build
  const line = `1px solid ${dark ? '#48484a' : '#ebedf0'}`
  const layer = build.element('div', root, {
    position: 'fixed',
    top: '0',
    left: '0',
    right: '0',
    bottom: '0',
    display: 'flex',
    'align-items': 'center',
    'justify-content': 'center',
    padding: '1.5em',
    'box-sizing': 'border-box',
    background: 'rgba(0,0,0,.6)',
  })
  const box = build.element('div', layer, {
    display: 'flex',
    'flex-direction': 'column',
    width: '100%',
    'max-width': '20em',
    'max-height': '100%',
    'border-radius': '.75em',
    overflow: 'hidden',
    outline: 'none',
    background: dark ? '#2c2c2e' : '#fff',
    color: dark ? '#f2f2f7' : '#1f1f1f',
    'text-align': 'center',
  })
  build.attributes(box, { role: 'alertdialog', 'aria-modal': 'true', tabindex: '-1' })
  const text = build.element('div', box, {
    padding: '1.75em 1.5em',
    overflow: 'auto',
    'overflow-wrap': 'break-word',
  })
  if (request.title) {
    const title = build.element('div', text, { 'font-weight': '600', 'margin-bottom': '.5em' })
    title.textContent = request.title
    build.attributes(title, { id: 'upsdk-kit-title' })
    build.attributes(box, { 'aria-labelledby': 'upsdk-kit-title', 'aria-describedby': 'upsdk-kit-message' })
  } else build.attributes(box, { 'aria-labelledby': 'upsdk-kit-message' })
  const message = build.element('div', text, {})
  message.textContent = request.message
  build.attributes(message, { id: 'upsdk-kit-message' })
  const row = build.element('div', box, {
    display: 'flex',
    flex: 'none',
    'flex-wrap': 'wrap',
    'border-top': line,
  })
  const labels = request.cancel ? [request.cancel, request.confirm] : [request.confirm]
  const buttons = labels.map((label, index) => {
    const confirms = index === labels.length - 1
    const button = build.element('button', row, {
      flex: '1 1 40%',
      padding: '.8em .5em',
      border: '0',
      'border-left': index ? line : '0',
      background: 'transparent',
      color: confirms ? (dark ? '#ff7a7a' : '#d7000f') : 'inherit',
      font: 'inherit',
      'font-weight': confirms ? '600' : '400',
      cursor: 'pointer',
    })
    button.textContent = label
    build.attributes(button, { type: 'button' })
    return button
  })
  return { layer, box, buttons }
}

/** Tab goes round among the buttons. */
function keepFocus(event: KeyboardEvent, root: Node, buttons: readonly HTMLElement[]): void {
  const document = root.ownerDocument
  const active = (root as ShadowRoot).activeElement || document?.activeElement
  const index = buttons.indexOf(active as HTMLElement)
  const step = event.shiftKey ? -1 : 1
  const next = index < 0 && step < 0 ? buttons.length - 1 : (index + step + buttons.length) % buttons.length
  buttons[next]?.focus({ preventScroll: true })
  event.preventDefault()
}
