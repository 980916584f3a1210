/** What the phone follows once all its parts are there: the settings, and what the page reports. */

import type { FromPage } from '../shared/messages'
import { AT_START } from '../shared/settings'
import { settingsInForce } from '../shared/situations'
import { listenTo } from '../view/frameMessages'
import type { LogView } from '../view/logView'
import type { SettingsView } from '../view/settingsView'
import type { Words } from '../view/texts/words'
import type { ActionCollector } from './actionHistory'
import type { Controls } from './controls'
import { changesOf, linkOf } from './link'
import { type Opener, pathNow } from './opener'
import type { PageFrame } from './pageFrame'
import type { PageInDevice } from './pageInDevice'
import type { Panels } from './panels'
import type { PhoneLog } from './phoneLog'
import type { PhoneSettings } from './phoneSettings'
import type { ReplayState } from './replayState'
import type { SituationRunner } from './situationRunner'
import type { PhoneTexts } from './texts'
import type { UseIt } from './useIt'

/** What draws the settings, or changes with them. */
interface SettingsParts {
  readonly words: Words
  readonly texts: PhoneTexts
  readonly settings: PhoneSettings
  readonly page: PageFrame
  readonly log: PhoneLog
  readonly opener: Opener
  readonly device: PageInDevice
  readonly controls: Controls
  readonly useIt: UseIt
  readonly settingsView: SettingsView
  readonly logView: LogView
  readonly panels: Panels
}

/** Draws the settings, now and after each change, and hands changes to the page. */
export function followSettings({
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
}: SettingsParts): void {
  function show(): void {
    const now = settings.now()
    controls.refresh(now, settings.look())
    useIt.setOptions(now.kitOptions)
    settingsView.refresh()
    panels.setLandscape(settings.look().landscape)
    const { insideWallet, platform } = settingsInForce(now)
    device.showLook(settings.look(), insideWallet)
    document.documentElement.dataset.platform = platform
    keepAddress(settings, location.hash)
    logView.refresh()
  }
  settings.subscribe((before, by) => {
    show()
    if (by === 'nobody') return
    const now = settings.now()
    if (by === 'another window')
      log.noteLater(texts.changedElsewhere(changesOf(before, now, settings.look()) || words.fixedAnswers))
    if (AT_START.some((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name])))
      return opener.reload()
    page.send({ type: 'change', settings: now })
    log.writeNotes()
  })
  show()
}

/** What keeps or shows the page's reports. */
interface PageParts {
  readonly replay: ReplayState
  readonly runner: SituationRunner
  readonly page: PageFrame
  readonly actions: ActionCollector
  readonly settings: PhoneSettings
  readonly log: PhoneLog
  readonly device: PageInDevice
  readonly controls: Controls
  readonly useIt: UseIt
}

/** Shows what the page reports. In a replay the runner hears it too, and nothing of it is kept. */
export function followPage(parts: PageParts): void {
  const { replay, runner, page, controls, device } = parts
  listenTo<FromPage>(
    () => page.element.contentWindow,
    (message) => {
      if (replay.isOn()) runner.receive(message)
      else keep(message, parts)
      show(message, parts)
    },
  )
  controls.showPath(pathNow())
  device.showAddress(pathNow())
}

/** Keeps what a person has done on the page, and where the page is. */
function keep(message: FromPage, { actions, settings, page, controls, device }: PageParts): void {
  switch (message.type) {
    case 'started':
      return actions.started(page.path() || pathNow())
    case 'action':
      return actions.add(message.action)
    case 'log':
      return actions.addAnswers(message.items)
    case 'kit':
      return actions.foundKit()
    case 'fixed': {
      const { answers, results } = message
      return void settings.change({ answers, results })
    }
    case 'address':
      keepAddress(settings, `#${message.path}`)
      controls.showPath(message.path)
      return device.showAddress(message.path)
  }
}

function show(message: FromPage, { log, device, controls, useIt }: PageParts): void {
  switch (message.type) {
    case 'started':
      log.started(message.isReload)
      device.started()
      controls.pageHasKit(false)
      return useIt.pageHasKit(false)
    case 'log':
      log.take(message)
      if (log.isSigned()) controls.pageIsSigned()
      return
    case 'state':
      return device.showState(message.state)
    case 'address':
      return device.showTitle(message.title)
    case 'kit':
      controls.pageHasKit(true)
      return useIt.pageHasKit(true)
  }
}

/** Keeps the state in the phone's own address. @param hash with the page's path */
const keepAddress = (settings: PhoneSettings, hash: string): void =>
  window.history.replaceState(
    null,
    '',
    `${location.pathname}${linkOf(settings.now(), settings.look())}${hash}`,
  )
