/** The phone: our own page around the developer's page, with title bar, controls and log. */
import { CLIENT, type ClientInFrame } from '../shared/client'
import type { FromPage } from '../shared/messages'
import { INITIAL_STATE } from '../shared/pageState'
import { AT_START, type DeskSettings } from '../shared/settings'
import { createCopyButton } from '../view/copyButton'
import { createDiagnosedView } from '../view/diagnoses/view'
import { fill, icon, make } from '../view/element'
import { listenTo, send } from '../view/frameMessages'
import { reportOf } from '../view/report'
import { createSettingsView } from '../view/settingsView'
import { wordsNow } from '../view/texts/texts'
import { createTitleBar } from '../view/titleBar'
import { compareView } from './compare'
import { createControls } from './controls'
import { createRemoteLog, createRuns } from './remoteLog'
import { applyPhoneStyles } from './style'

const STATE = 'state'
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads'
const RELOAD = 'M19 12a7 7 0 1 1-2-5M17 3v4h-4'

async function open(): Promise<void> {
  const words = wordsNow()
  const { phone } = words
  document.documentElement.lang = words.language
  document.title = `${words.wallet} · upsdk-kit`
  applyPhoneStyles()

  let settings = await readState()
  let pageTitle = ''
  let pageState = INITIAL_STATE
  const log = createRemoteLog()
  const runs = createRuns()
  const frame = make('iframe', { 'data-upsdk-kit': 'page', sandbox: SANDBOX, title: phone.page })
  const toPage = (message: Parameters<typeof send>[1]) => {
    if (frame.contentWindow) send(frame.contentWindow, message)
  }
  const reload = () => {
    try {
      frame.contentWindow?.location.reload()
    } catch {
      // The page has gone to another origin.
      frame.src = pathNow()
    }
  }

  /**
   * Notes that the page has gone to another origin or refuses the frame. There is no client in it then to report that.
   */
  function noteStranger(): void {
    const isNoted = log.notes.some(({ kind }) => kind === 'leaves')
    if (isNoted || !isStranger(frame)) return
    const at = Math.max(0, ...log.entries.map((one) => one.at), ...log.notes.map((one) => one.at))
    log.take([], [{ at, kind: 'leaves', text: '' }])
  }
  frame.addEventListener('load', noteStranger)

  const titleBar = createTitleBar({
    words,
    onBack: () => toPage({ type: 'back' }),
    onRightButton: () => toPage({ type: 'fire', event: 'rightbtnclick' }),
    onClose: () => toPage({ type: 'close' }),
  })
  const showTitleBar = () => titleBar.show(pageState.titleBar, pageTitle)

  /** @returns why the server refuses the settings; '' if it takes them */
  async function change(changed: DeskSettings | undefined): Promise<string> {
    const before = settings
    const refusal = await writeState(changed)
    settings = await readState()
    controls.refresh(settings)
    settingsView.refresh()
    if (AT_START.some((name) => JSON.stringify(before[name]) !== JSON.stringify(settings[name]))) reload()
    else toPage({ type: 'change', settings })
    return refusal
  }

  const controls = createControls({
    words,
    change,
    resize: (width, height) => {
      stage.style.setProperty('--width', `${width}px`)
      stage.style.setProperty('--height', `${height}px`)
    },
    theme: (theme) => {
      frame.style.colorScheme = theme === 'system' ? '' : theme
      titleBar.host.dataset.theme = theme
    },
    open: (path) => {
      frame.src = path
    },
  })
  const settingsView = createSettingsView({
    words,
    read: () => settings,
    change: (changed) => void change(changed),
    bridgeUp: () => toPage({ type: 'bridge-up' }),
  })
  const logView = createDiagnosedView(log, { words, kitInPlace: () => !!settings.inPlace })
  const copyReport = createCopyButton({
    part: 'copy-report',
    label: words.copyReport,
    copied: words.copied,
    text: () =>
      reportOf(
        log,
        settings,
        words,
        ofPage(frame, ({ navigator }) => navigator.userAgent),
      ),
  })
  // The page's client knows what was done on the page. A page of another origin has no client.
  const copyTest = createCopyButton({
    part: 'copy-test',
    label: words.copyTest,
    copied: words.copied,
    text: () => ofPage(frame, ({ [CLIENT]: client }) => client?.asTest()) || '',
  })
  const compare = make(
    'button',
    { type: 'button', class: 'plain', 'data-part': 'compare', onclick: toggleCompare },
    phone.compare,
  )
  const comparison = make('div', { hidden: true })
  const withoutPhone = make(
    'a',
    { class: 'plain link-button', target: '_blank', rel: 'noopener', 'data-part': 'without-phone' },
    phone.withoutPhone,
  )

  function toggleCompare(): void {
    const isOpen = comparison.hidden
    runs.keep(settings, log)
    comparison.hidden = !isOpen
    logView.element.hidden = isOpen
    logView.refresh()
    compare.textContent = isOpen ? phone.back : phone.compare
    fill(comparison, isOpen && compareView(runs, settings.situation, words))
  }

  const device = make('div', { class: 'device' }, titleBar.host, frame)
  const stage = make('main', { class: 'stage', 'aria-label': phone.page }, device)
  fill(
    document.body,
    make(
      'header',
      { class: 'top' },
      make('h1', {}, words.wallet),
      make('span', { class: 'badge' }, words.simulated),
      controls.element,
      make(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': phone.reload,
          'data-part': 'reload',
          onclick: reload,
        },
        icon(RELOAD),
      ),
      withoutPhone,
    ),
    make(
      'div',
      { class: 'desk' },
      make('section', { class: 'side', 'aria-label': phone.controls }, settingsView.element),
      stage,
      make(
        'section',
        { class: 'side', 'aria-label': words.tabs.log },
        make(
          'div',
          { class: 'row tools' },
          copyReport,
          copyTest,
          make(
            'button',
            { type: 'button', class: 'plain', 'data-part': 'clear', onclick: log.clear },
            words.clear,
          ),
          compare,
        ),
        comparison,
        logView.element,
      ),
    ),
  )

  listenTo<FromPage>(
    () => frame.contentWindow,
    (message) => {
      if (message.type === 'started') {
        log.clear()
        pageState = INITIAL_STATE
        controls.pageHasKit(false)
        showTitleBar()
      } else if (message.type === 'log') {
        log.take(message.entries, message.notes)
        if (message.entries.some(({ method }) => method === 'config')) controls.pageIsSigned()
        runs.keep(settings, log)
      } else if (message.type === 'state') {
        pageState = message.state
        showTitleBar()
      } else if (message.type === 'kit') controls.pageHasKit(true)
      else if (message.type === 'address') {
        pageTitle = message.title
        window.history.replaceState(null, '', `#${message.path}`)
        withoutPhone.href = message.path
        controls.showPath(message.path)
        showTitleBar()
      }
    },
  )
  window.addEventListener('hashchange', () => {
    frame.src = pathNow()
  })
  showTitleBar()
  controls.refresh(settings)
  controls.showPath(pathNow())
  withoutPhone.href = pathNow()
  frame.src = pathNow()
}

type PageWindow = Window & { [CLIENT]?: ClientInFrame }

/** Reads something of the page in the frame. A page of another origin gives nothing. */
function ofPage<T>(frame: HTMLIFrameElement, readIt: (page: PageWindow) => T): T | undefined {
  try {
    const page = frame.contentWindow as PageWindow | null
    return page ? readIt(page) : undefined
  } catch {
    return undefined
  }
}

/** Reads the page's path, which stands behind the phone's `#`. Only a path is opened, never another origin. */
function pathNow(): string {
  const path = location.hash.slice(1)
  return /^\/(?![/\\])/.test(path) ? path : document.body.dataset.home || '/'
}

/** Does the frame show a page of another origin? */
const isStranger = (frame: HTMLIFrameElement): boolean => !ofPage(frame, ({ location }) => location.href)

async function readState(): Promise<DeskSettings> {
  const response = await fetch(STATE)
  return (await response.json()) as DeskSettings
}

/** @returns why the server refuses the settings; '' if it takes them */
async function writeState(settings: DeskSettings | undefined): Promise<string> {
  const response = await fetch(STATE, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(settings || null),
  })
  return response.ok ? '' : (await response.text()) || String(response.status)
}

void open()
