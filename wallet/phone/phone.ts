/** The phone: our own page around the developer's page, with title bar, controls and log. */

import { createLogReceiver } from '../shared/logReceiver'
import type { FromPage } from '../shared/messages'
import { INITIAL_STATE } from '../shared/pageState'
import { AT_START, type Situation } from '../shared/settings'
import { settingsInForce } from '../shared/situations'
import { fill, make, partButton } from '../view/element'
import { listenTo } from '../view/frameMessages'
import { createSettingsView } from '../view/settingsView'
import { wordsNow } from '../view/texts/wordsNow'
import { createTitleBar } from '../view/titleBar'
import { createActionCollector } from './actionHistory'
import { createControls } from './controls'
import { createDevice } from './device'
import { changesOf, linkOf, readLink } from './link'
import { createLogSide } from './logSide'
import { createPageFrame } from './pageFrame'
import { openSettings } from './phoneSettings'
import { createSituationRunner } from './situationRunner'
import { createSituationsView } from './situationsView'
import { applyPhoneStyles } from './style'
import { phoneTextsNow } from './texts'
import { createUseIt } from './useIt'

/** Makes the phone in an order without forward references, and shows what the page reports. */
async function open(): Promise<void> {
  const words = wordsNow()
  const texts = phoneTextsNow()
  const { phone } = words
  document.documentElement.lang = words.language
  document.title = `${words.wallet} · upsdk-kit`
  applyPhoneStyles()

  const notice = make('p', { class: 'notice', role: 'status', hidden: true, 'data-part': 'notice' })
  function say(text: string): void {
    notice.textContent = text
    notice.hidden = !text
  }

  let isReplaying = false
  const link = readLink(location.search)
  const settings = await openSettings(
    link.look,
    () => isReplaying,
    (refusal) => say(refusal && texts.readOnly + refusal),
  )
  if (Object.keys(link.settings).length && !isReload()) await settings.change(link.settings)

  const page = createPageFrame(phone.page)
  const log = createLogReceiver()
  const actionCollector = createActionCollector(pathNow())
  /** Notes of the phone's own that wait for the next document, since that empties the log. */
  const waitingNotes = link.unknown.map(({ name, value, takes }) =>
    texts.badLink(name, value.slice(0, 40), takes),
  )
  const fixed = Object.keys({ ...settings.now().answers, ...settings.now().results })
  if (location.search && fixed.length) waitingNotes.push(texts.stillFixed(fixed.join(', ')))
  const addWaitingNotes = () => {
    for (const text of waitingNotes.splice(0)) log.note({ kind: 'server', text })
  }
  page.element.addEventListener('load', () => {
    if (page.isStranger()) {
      if (!log.notes.some(({ kind }) => kind === 'leaves')) log.note({ kind: 'leaves', text: '' })
    } else if (!page.hasClient()) log.restart()
  })
  /** A web authorization has led to the next document, so the log goes on there. */
  let isReturning = false
  function beginAnew(): void {
    actionCollector.beginWithNext()
    isReturning = false
  }
  function openPath(path: string): void {
    beginAnew()
    page.open(path)
  }
  function reload(): void {
    beginAnew()
    page.reload(pathNow())
  }

  /** What the page in the frame has shown so far. */
  let pageTitle = ''
  let pageState = INITIAL_STATE
  let isSigned = false
  let hasKit = false
  const titleBar = createTitleBar({
    words,
    onBack: () => page.send({ type: 'back' }),
    onRightButton: () => page.send({ type: 'fire', event: 'rightbtnclick' }),
    onClose: () => page.send({ type: 'close' }),
  })
  const device = createDevice(texts, titleBar.host, page.element)
  function showTitleBar(): void {
    titleBar.show(pageState.titleBar, pageTitle)
    device.titleBar(pageState.titleBar)
  }

  const controls = createControls({
    words,
    texts,
    change: settings.change,
    look: settings.changeLook,
    open: openPath,
    reload,
  })
  const useIt = createUseIt(texts, words, page.document)
  const settingsView = createSettingsView({
    words,
    read: settings.now,
    change: (changed) => void settings.change(changed),
    bridgeUp: () => page.send({ type: 'bridge-up' }),
  })
  const logSide = createLogSide({
    words,
    texts,
    page,
    settings,
    log,
    compare: () => openSituations(settings.now().situation || 'success'),
  })

  const desk = make('div', { class: 'desk' })
  function openSituations(only?: Situation): void {
    desk.classList.add('wide')
    situationsView.open(only)
  }
  const allButton = partButton('all-situations', texts.all, () => openSituations())
  /** During a replay, nobody else acts on the page, and the desk stays as the run needs it. */
  function setReplaying(isOn: boolean): void {
    isReplaying = isOn
    for (const one of [controls.top, controls.path, allButton]) one.toggleAttribute('inert', isOn)
    // An inert frame would take no focus from the replay either.
    device.element.style.pointerEvents = isOn ? 'none' : ''
  }
  const situationRunner = createSituationRunner({ words, page, setForRun: settings.setForRun })
  const situationsView = createSituationsView({
    words,
    texts,
    page: {
      countActions: () => actionCollector.now().actions.length,
      hasLog: () => log.entries.some(({ method }) => method !== 'pluginReady'),
      isSigned: () => isSigned,
      canHaveKit: () => !hasKit,
    },
    begin: () => setReplaying(true),
    run: (situation, inPlace) =>
      situationRunner.run(actionCollector.now(), settings.now(), situation, inPlace),
    stop: () => situationRunner.stop(),
    async finish() {
      await settings.setBack()
      // The user's actions stay: they can be played again.
      await page.empty()
      setReplaying(false)
      page.open(actionCollector.now().path)
    },
    close: () => {
      desk.classList.remove('wide')
      logSide.refresh()
      allButton.focus()
    },
  })
  const keepAddress = (hash: string) =>
    window.history.replaceState(
      null,
      '',
      `${location.pathname}${linkOf(settings.now(), settings.look())}${hash}`,
    )
  function show(): void {
    const now = settings.now()
    controls.refresh(now, settings.look())
    useIt.refresh(now)
    settingsView.refresh()
    device.show(settings.look())
    device.place(settingsInForce(now).insideWallet)
    keepAddress(location.hash)
    logSide.refresh()
  }
  settings.subscribe((before, by) => {
    show()
    if (by === 'nobody') return
    const now = settings.now()
    if (by === 'another window')
      waitingNotes.push(texts.changedElsewhere(changesOf(before, now, settings.look()) || words.fixedAnswers))
    if (AT_START.some((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]))) return reload()
    page.send({ type: 'change', settings: now })
    addWaitingNotes()
  })

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
    make(
      'section',
      { class: 'side settings-side', 'aria-label': phone.controls },
      useIt.element,
      controls.kit,
      controls.screen,
      settingsView.element,
    ),
    make('main', { class: 'stage', 'aria-label': phone.page }, controls.path, device.element),
    logSide.element,
    situationsView.element,
  )

  function hear(message: FromPage): void {
    if (isReplaying) situationRunner.hear(message)
    switch (message.type) {
      case 'started':
        if (!isReplaying) actionCollector.started(page.path() || pathNow())
        if (!isReturning) log.restart()
        isReturning = false
        pageState = INITIAL_STATE
        hasKit = false
        page.hideScrollbar()
        controls.pageHasKit(false)
        showTitleBar()
        return addWaitingNotes()
      case 'log':
        log.take(message)
        for (const item of message.items)
          if ('note' in item && item.note.kind === 'authorization') isReturning = item.note.returns
        if (message.items.some((item) => 'call' in item && item.call.method === 'config')) {
          isSigned = true
          controls.pageIsSigned()
        }
        return
      case 'state':
        pageState = message.state
        return showTitleBar()
      case 'action':
        if (!isReplaying) actionCollector.add(message.action)
        return
      case 'fixed': {
        const { answers, results } = message
        if (!isReplaying) void settings.change({ answers, results })
        return
      }
      case 'kit':
        hasKit = true
        return controls.pageHasKit(true)
      case 'address':
        pageTitle = message.title
        if (isReplaying) return
        keepAddress(`#${message.path}`)
        controls.showPath(message.path)
        device.address(location.host + message.path)
        useIt.refresh(settings.now())
        showTitleBar()
    }
  }
  listenTo<FromPage>(() => page.element.contentWindow, hear)
  window.addEventListener('hashchange', () => openPath(pathNow()))

  showTitleBar()
  controls.showPath(pathNow())
  device.address(location.host + pathNow())
  show()
  page.open(pathNow())
}

/** After a reload the server's settings count: they may have changed since this address was made. */
const isReload = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((one) => (one as PerformanceNavigationTiming).type === 'reload')

/** Reads the page's path, which stands behind the phone's `#`. Only a path is opened, never another origin. */
function pathNow(): string {
  const path = location.hash.slice(1)
  return /^\/(?![/\\])/.test(path) ? path : document.body.dataset.home || '/'
}

void open()
