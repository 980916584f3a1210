/** The phone: our own page around the developer's page, with title bar, controls and log. */
import { CLIENT, type ClientInFrame } from '../shared/client'
import type { FromPage } from '../shared/messages'
import { INITIAL_STATE } from '../shared/pageState'
import { AT_START, type DeskSettings, type Situation } from '../shared/settings'
import { inSituation } from '../shared/situations'
import { createCopyButton } from '../view/copyButton'
import { createDiagnosedView } from '../view/diagnoses/view'
import { fill, make } from '../view/element'
import { listenTo, send } from '../view/frameMessages'
import { reportOf } from '../view/report'
import { createSettingsView } from '../view/settingsView'
import { wordsNow } from '../view/texts/wordsNow'
import { createTitleBar } from '../view/titleBar'
import { createAllRuns, emptyFrame, type Recording, storedNow } from './allRuns'
import { createAllView } from './allView'
import { compareView } from './compare'
import { createControls } from './controls'
import { createDevice } from './device'
import { type Look, linkOf, readLink } from './link'
import { takePicture } from './picture'
import { createRemoteLog, createRuns } from './remoteLog'
import { saveFile } from './saveFile'
import { readState, writeState } from './state'
import { applyPhoneStyles } from './style'
import { phoneTextsNow } from './texts'
import { createUseIt } from './useIt'

const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads'

async function open(): Promise<void> {
  const words = wordsNow()
  const texts = phoneTextsNow()
  const { phone } = words
  document.documentElement.lang = words.language
  document.title = `${words.wallet} · upsdk-kit`
  applyPhoneStyles()

  let settings = await readState()
  const link = readLink(location.search)
  let look = link.look
  let pageTitle = ''
  let pageState = INITIAL_STATE
  const log = createRemoteLog()
  const runs = createRuns()
  const frame = make('iframe', { 'data-upsdk-kit': 'page', sandbox: SANDBOX, title: phone.page })
  const toPage = (message: Parameters<typeof send>[1]) => {
    if (frame.contentWindow) send(frame.contentWindow, message)
  }
  /** The next document is opened by the phone, and what is done from then on is recorded. */
  let isOpening = true
  let recording: Recording = { path: pathNow(), actions: [], storage: storedNow() }
  let isReplaying = false
  let isSigned = false
  let hasKit = false
  const reload = () => {
    isOpening = true
    try {
      frame.contentWindow?.location.reload()
    } catch {
      // The page has gone to another origin.
      frame.src = pathNow()
    }
  }
  const notice = make('p', { class: 'notice', role: 'status', hidden: true, 'data-part': 'notice' })
  function say(text: string): void {
    notice.textContent = text
    notice.hidden = !text
  }

  /** Words of the phone's own for the log, which each new document empties. */
  let ownNotes: string[] = []
  function noteOwn(text: string): void {
    const at = Math.max(0, ...log.entries.map((one) => one.at), ...log.notes.map((one) => one.at))
    log.take([], [{ at, kind: 'server', text }])
  }
  for (const { name, value } of link.unknown) ownNotes.push(texts.badLink(name, value.slice(0, 40)))

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
  const device = createDevice(texts, titleBar.host, frame)
  function showTitleBar(): void {
    titleBar.show(pageState.titleBar, pageTitle)
    device.titleBar(pageState.titleBar)
  }

  /** Draws the settings and the look, and keeps them in the address. */
  function show(): void {
    controls.refresh(settings, look)
    useIt.refresh(settings)
    settingsView.refresh()
    device.show(look)
    device.place(inSituation(settings, settings.situation).insideWallet !== false)
    frame.style.colorScheme = look.theme === 'system' ? '' : look.theme
    if (look.theme === 'system') delete titleBar.host.dataset.theme
    else titleBar.host.dataset.theme = look.theme
    device.element.dataset.theme = look.theme
    keepAddress(location.hash)
    drawComparison()
  }
  const keepAddress = (hash: string) =>
    window.history.replaceState(null, '', `${location.pathname}${linkOf(settings, look)}${hash}`)

  /** Takes the settings that the server has now. @param isOwn whether this window has changed them */
  function take(now: DeskSettings, isOwn: boolean): void {
    const before = settings
    settings = now
    if (!isOwn) ownNotes.push(texts.changedElsewhere(linkOf(settings, look) || phone.noSituation))
    show()
    if (AT_START.some((name) => JSON.stringify(before[name]) !== JSON.stringify(settings[name]))) reload()
    else {
      toPage({ type: 'change', settings })
      ownNotes.forEach(noteOwn)
      ownNotes = []
    }
  }

  // Another window of this browser with the same desk.
  const others = new BroadcastChannel('upsdk-kit.phone')
  others.addEventListener('message', () => {
    // Each run looks itself whether its settings are its own.
    if (isReplaying) return
    void readState().then((now) => {
      if (JSON.stringify(now) !== JSON.stringify(settings)) take(now, false)
    })
  })

  /** @returns why the server refuses the settings; '' if it takes them */
  async function change(changed: DeskSettings | undefined): Promise<string> {
    const refusal = await writeState(changed)
    say(refusal && texts.readOnly + refusal)
    take(await readState(), true)
    others.postMessage('')
    return refusal
  }

  const controls = createControls({
    words,
    texts,
    change,
    look(changed: Partial<Look>) {
      look = { ...look, ...changed }
      show()
    },
    open: (path) => {
      isOpening = true
      frame.src = path
    },
    reload,
    async savePicture() {
      const picture = await takePicture(device.screen)
      if (picture instanceof Blob) saveFile('upsdk-kit-phone.png', picture)
      say(picture === 'cannot' ? texts.noPicture : picture === 'other' ? texts.otherPicture : '')
    },
  })
  const useIt = createUseIt(texts, words, () => ofPage(frame, ({ document }) => document))
  const settingsView = createSettingsView({
    words,
    read: () => settings,
    change: (changed) => void change(changed),
    bridgeUp: () => toPage({ type: 'bridge-up' }),
  })
  const logView = createDiagnosedView(log, {
    words,
    kitInPlace: () => !!settings.inPlace,
    hint: words.noCallsYet,
  })
  const pathOfFrame = () => ofPage(frame, ({ location: at }) => at.pathname + at.search + at.hash)
  const userAgent = () => ofPage(frame, ({ navigator }) => navigator.userAgent)
  const copyReport = createCopyButton({
    part: 'copy-report',
    label: words.copyReport,
    copied: words.copied,
    text: () => reportOf(log, settings, words, userAgent()),
  })
  // The page's client knows what was done on the page. A page of another origin has no client.
  const copyTest = createCopyButton({
    part: 'copy-test',
    label: words.copyTest,
    copied: words.copied,
    text: () => ofPage(frame, ({ [CLIENT]: client }) => client?.asTest()) || '',
  })
  const saveLog = make(
    'button',
    {
      type: 'button',
      class: 'plain',
      'data-part': 'save-log',
      onclick: () =>
        saveFile(
          'upsdk-kit-log.json',
          JSON.stringify({ settings, userAgent: userAgent(), calls: log.entries, notes: log.notes }, null, 1),
        ),
    },
    words.saveLog,
  )
  const compare = make(
    'button',
    { type: 'button', class: 'plain', 'data-part': 'compare', onclick: toggleCompare },
    phone.compare,
  )
  const comparison = make('div', { hidden: true })

  function toggleCompare(): void {
    const isOpen = comparison.hidden
    comparison.hidden = !isOpen
    logView.element.hidden = isOpen
    logView.refresh()
    compare.textContent = isOpen ? phone.back : phone.compare
    drawComparison()
  }
  function drawComparison(): void {
    fill(comparison, !comparison.hidden && compareView(runs, settings.situation, words, texts))
  }
  log.subscribe(() => {
    if (comparison.hidden) return
    requestAnimationFrame(drawComparison)
  })

  const allRuns = createAllRuns({
    words,
    frame,
    toPage,
    set: writeState,
    isStranger: () => isStranger(frame),
    asTest: () => ofPage(frame, ({ [CLIENT]: client }) => client?.asTest()) || '',
  })
  /** During a replay, nobody else acts on the page, and the desk stays as the run needs it. */
  function setReplaying(isOn: boolean): void {
    isReplaying = isOn
    for (const one of [controls.top, controls.path, allButton]) one.toggleAttribute('inert', isOn)
    // An inert frame would take no focus from the replay either.
    device.element.style.pointerEvents = isOn ? 'none' : ''
  }
  const allView = createAllView({
    words,
    texts,
    countActions: () => recording.actions.length,
    hasLog: () => log.entries.some(({ method }) => method !== 'pluginReady'),
    isSigned: () => isSigned,
    canHaveKit: () => !hasKit,
    begin: () => setReplaying(true),
    run: (situation, inPlace) => allRuns.run(recording, settings, situation, inPlace),
    stop: () => allRuns.stop(),
    async finish() {
      const { situation, inPlace = false } = settings
      await writeState({ situation: (situation || null) as Situation | undefined, inPlace })
      settings = await readState()
      show()
      // The recording stays: it can be played again.
      await emptyFrame(frame)
      setReplaying(false)
      frame.src = recording.path
    },
    close: () => {
      desk.classList.remove('wide')
      logView.refresh()
      allButton.focus()
    },
  })
  const allButton = make(
    'button',
    {
      type: 'button',
      class: 'plain',
      'data-part': 'all-situations',
      onclick: () => {
        desk.classList.add('wide')
        allView.open()
      },
    },
    texts.all,
  )

  const stage = make('main', { class: 'stage', 'aria-label': phone.page }, controls.path, device.element)
  const desk = make('div', { class: 'desk' })
  fill(
    document.body,
    make(
      'header',
      { class: 'top' },
      make('h1', {}, words.wallet),
      make('span', { class: 'badge' }, words.simulated),
      controls.top,
      allButton,
    ),
    notice,
    desk,
  )
  fill(
    desk,
    ...[
      make(
        'section',
        { class: 'side settings-side', 'aria-label': phone.controls },
        useIt.element,
        controls.kit,
        controls.screen,
        settingsView.element,
      ),
      stage,
      make(
        'section',
        { class: 'side log-side', 'aria-label': words.tabs.log },
        make(
          'div',
          { class: 'row tools' },
          copyReport,
          copyTest,
          saveLog,
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
      allView.element,
    ],
  )

  listenTo<FromPage>(
    () => frame.contentWindow,
    (message) => {
      if (isReplaying) allRuns.hear(message)
      if (message.type === 'started') {
        if (isOpening && !isReplaying) {
          recording = { path: pathOfFrame() || pathNow(), actions: [], storage: storedNow() }
          isOpening = false
        }
        log.clear()
        pageState = INITIAL_STATE
        hasKit = false
        ofPage(frame, hideScrollbar)
        controls.pageHasKit(false)
        showTitleBar()
        ownNotes.forEach(noteOwn)
        ownNotes = []
      } else if (message.type === 'log') {
        log.take(message.entries, message.notes)
        if (message.entries.some(({ method }) => method === 'config')) {
          isSigned = true
          controls.pageIsSigned()
        }
        if (!isReplaying) runs.keep(settings, log)
      } else if (message.type === 'state') {
        pageState = message.state
        showTitleBar()
      } else if (message.type === 'action') {
        if (!isReplaying) recording = { ...recording, actions: [...recording.actions, message.action] }
      } else if (message.type === 'kit') {
        hasKit = true
        controls.pageHasKit(true)
      } else if (message.type === 'address') {
        pageTitle = message.title
        if (isReplaying) return
        keepAddress(`#${message.path}`)
        controls.showPath(message.path)
        device.address(location.host + message.path)
        useIt.refresh(settings)
        showTitleBar()
      }
    },
  )
  window.addEventListener('hashchange', () => {
    isOpening = true
    frame.src = pathNow()
  })
  showTitleBar()
  controls.showPath(pathNow())
  device.address(location.host + pathNow())
  const isNamed = Object.keys(link.settings).length > 0
  if (isNamed && !isReload()) {
    const refusal = await writeState(link.settings)
    say(refusal && texts.readOnly + refusal)
    settings = await readState()
    others.postMessage('')
  }
  show()
  frame.src = pathNow()
}

/** After a reload the server's settings count: they may have changed since this address was made. */
const isReload = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((one) => (one as PerformanceNavigationTiming).type === 'reload')

type PageWindow = Window & typeof globalThis & { [CLIENT]?: ClientInFrame }

/** Reads something of the page in the frame. A page of another origin gives nothing. */
function ofPage<T>(frame: HTMLIFrameElement, readIt: (page: PageWindow) => T): T | undefined {
  try {
    const page = frame.contentWindow as PageWindow | null
    return page ? readIt(page) : undefined
  } catch {
    return undefined
  }
}

/** Hides the scrollbar of the page, which on a phone takes no width. */
function hideScrollbar({ document, CSSStyleSheet }: Window & typeof globalThis): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(':root { scrollbar-width: none }')
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

/** Reads the page's path, which stands behind the phone's `#`. Only a path is opened, never another origin. */
function pathNow(): string {
  const path = location.hash.slice(1)
  return /^\/(?![/\\])/.test(path) ? path : document.body.dataset.home || '/'
}

/** Does the frame show a page of another origin? */
const isStranger = (frame: HTMLIFrameElement): boolean => !ofPage(frame, ({ location }) => location.href)

void open()
