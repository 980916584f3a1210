/** The phone: our own page around the developer's page, with title bar, controls and log. */

import { nameOfAction } from '../shared/actions'
import { isForUser, type LogEntry } from '../shared/log'
import { statusOf } from '../shared/logStatus'
import type { DeskSettings } from '../shared/settings'
import { SITUATIONS, type Situation, settingsInForce } from '../shared/situations'
import { fill, make, partButton } from '../view/element'
import { isAct } from '../view/logRows'
import { createSettingsView } from '../view/settingsView'
import { wordsNow } from '../view/texts/wordsNow'
import { createActionCollector } from './actionHistory'
import { createControls } from './controls'
import { followPage, followSettings } from './follow'
import { fixedMethods, type LinkState, readLink } from './link'
import { createPhoneLogView } from './logSide'
import { createOpener, pathNow } from './opener'
import { createPageFrame } from './pageFrame'
import { createPageInDevice } from './pageInDevice'
import { createPanels } from './panels'
import { createPhoneLog, type PhoneLog } from './phoneLog'
import { openSettings } from './phoneSettings'
import { createReplayState } from './replayState'
import type { SettingsStore } from './settingsStore'
import { createSituationRunner } from './situationRunner'
import { createSituationsView } from './situationsView'
import { applyPhoneStyles } from './style'
import { createTapWait } from './tapWait'
import { type PhoneTexts, phoneTextsNow } from './texts'
import { createUseIt } from './useIt'
import { endOf } from './userCalls'

/**
 * Makes the phone: each part takes those before it. The page in the frame is opened last.
 *
 * @param store keeps the settings
 */
export async function openPhone(store: SettingsStore): Promise<void> {
  const words = wordsNow()
  const texts = phoneTextsNow()
  document.documentElement.lang = words.language
  document.title = `${words.wallet} · upsdk-kit`
  applyPhoneStyles()

  const notice = make('p', { class: 'notice', role: 'status', hidden: true, 'data-part': 'notice' })
  const replay = createReplayState()
  const link = readLink(location.search)
  const settings = await openSettings(store, link.look, replay.isOn, (refusal) => {
    notice.textContent = refusal && texts.readOnly + refusal
    notice.hidden = !refusal
  })
  if (Object.keys(link.settings).length && !(store.isShared && isReload()))
    await settings.change(link.settings)

  const page = createPageFrame(words.phone.page)
  const log = createPhoneLog(page)
  noteLink(link, settings.now(), log, texts)
  const actions = createActionCollector(pathNow())
  const opener = createOpener(page, actions, log)
  const device = createPageInDevice(words, texts, page)
  const controls = createControls({
    words,
    texts,
    change: settings.change,
    look: settings.changeLook,
    open: opener.open,
    reload: opener.reload,
  })
  const useIt = createUseIt(texts, words, page.document)
  const settingsView = createSettingsView({
    words,
    read: settings.now,
    change: (changed) => void settings.change(changed),
    bridgeUp: () => page.send({ type: 'bridge-up' }),
  })
  const logView = createPhoneLogView({
    words,
    texts,
    page,
    settings,
    log: log.records,
    beside: useIt.makeButton(),
    counted: (calls, mistakes) => panels.count(calls, mistakes),
  })
  const runner = createSituationRunner({ page, setForRun: settings.setForRun })
  const situationsView = createSituationsView({
    words,
    texts,
    page: {
      actions: () => actions.now().actions.map((one) => words.didOn[one.kind](nameOfAction(one))),
      isSigned: log.isSigned,
      canHaveKit: () => !actions.now().hasKit,
      theme: () => settings.look().theme,
    },
    useIt: useIt.makeButton('main'),
    begin: replay.begin,
    async run(situation, inPlace) {
      const run = await runner.run(actions.now(), settings.now(), situation, inPlace)
      const { insideWallet } = settingsInForce({ ...settings.now(), situation })
      return { run, title: { ...device.title(), isInside: insideWallet } }
    },
    stop: runner.stop,
    async finish() {
      await settings.setBack()
      // The user's actions stay: they can be played again.
      await page.empty()
      replay.end()
      page.open(actions.now().path)
    },
  })

  const panels = createPanels({
    words,
    texts,
    contents: {
      settings: [controls.screen, settingsView.element, controls.kit],
      page: [controls.path, device.element],
      log: [logView.element],
    },
    besideTabs: controls.reload,
    focusPage: () => page.element.focus(),
    shown: (name) => {
      if (name === 'log') logView.refresh()
    },
  })
  const compareButton = partButton('compare', words.phone.compare, compare, 'main')
  const waiting = createTapWait(texts, actions, showSituations, () => compareButton.focus())
  /** Plays again what was done on the page. If nothing was, it waits for the first tap. */
  function compare(): void {
    if (actions.now().actions.length) showSituations()
    else waiting.show(log.records.notes.some(isAct))
  }
  function showSituations(): void {
    cover(true)
    situationsView.open(comparedNow(settings.now(), log.records.entries), () => {
      cover(false)
      logView.refresh()
      compareButton.focus()
    })
  }
  /** Leaves the page in its frame where it is, and nothing else to reach. */
  function cover(isOn: boolean): void {
    panels.setCovered(isOn)
    top.inert = isOn
    device.cover(isOn)
  }
  replay.locks(controls.top, controls.path, compareButton)
  replay.subscribe(device.keepTapsOut)
  const skip = partButton('skip', texts.skip, () => panels.go('page'))
  skip.classList.add('skip')
  const top = make(
    'header',
    { class: 'top' },
    skip,
    panels.folds.settings,
    make('h1', {}, words.wallet),
    controls.top,
    compareButton,
    panels.folds.log,
  )
  fill(document.body, top, notice, waiting.element, panels.element, situationsView.element, useIt.dialog)

  followSettings({
    words,
    texts,
    settings,
    page,
    log,
    opener,
    device,
    controls,
    useIt,
    settingsView,
    logView,
    panels,
  })
  followPage({ replay, runner, page, actions, settings, log, device, controls, useIt })
  window.addEventListener('hashchange', () => opener.open(pathNow()))
  page.open(pathNow())
}

/** After a reload settings that windows share count: they may have changed since this address was made. */
const isReload = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((one) => (one as PerformanceNavigationTiming).type === 'reload')

/** The situation to show first: the one in force, else what came of the last call at which the user acts. */
function comparedNow({ situation }: DeskSettings, entries: readonly LogEntry[]): Situation {
  if (situation) return situation
  const [last] = entries.filter(isForUser).slice(-1)
  if (!last) return 'success'
  const end = endOf(last)
  const came = end === 'failed' ? statusOf(last).code : end === 'cancelled' ? end : 'success'
  const outcome = last.chosen?.outcome || came
  // Each method has codes of its own with which it fails.
  return SITUATIONS.find((one) => one === outcome) || 'failed'
}

/** Notes what a link has that is not known, and what it does not have. */
function noteLink(link: LinkState, settings: DeskSettings, log: PhoneLog, texts: PhoneTexts): void {
  for (const { name, value, takes } of link.unknown)
    log.noteLater(texts.badLink(name, value.slice(0, 40), takes))
  if (link.isOld) log.noteLater(texts.oldLink)
  const fixed = fixedMethods(settings)
  if (location.search && fixed.length) log.noteLater(texts.stillFixed(fixed.join(', ')))
}
