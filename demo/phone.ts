import { createLog } from '../wallet/page/log'
import { connectToPhone } from '../wallet/page/phoneConnection'
import { followRefusals } from '../wallet/page/watch/refused'
import { followSeenTexts } from '../wallet/page/watch/seenTexts'
import { installSimulator } from '../wallet/simulator'
import { byId } from './dom'
import { answerOf } from './phone/answer'
import { leaveFocusOutside } from './phone/focus'
import { createKitRunner } from './phone/kit'
import { createDrawnNative } from './phone/native'
import { createRawRunner } from './phone/raw'
import { createScreen, type Screen } from './phone/screen'
import { showToolbox } from './phone/toolbox'
import { wordsOf } from './phone/words'
import { scenarioOf } from './scenarios'
import { LATENCY, type PhoneMessage, READY, readSetup } from './setup'

const setup = readSetup(location.search)
const scenario = scenarioOf(setup.scenario)
const readyAfter = READY[setup.ready]
const insideWallet = setup.place === 'wallet'
/** Only the end of the scenario is shown. */
const isAtOnce = setup.pace === 'end'

const send = (message: PhoneMessage) => window.parent.postMessage(message, location.origin)

const log = createLog()
followSeenTexts(log)
followRefusals(log)
connectToPhone(log, () => ({}))
send({ kind: 'opened', at: performance.now() })

// The kit asks its window for the theme. This window answers with the chosen theme, not the computer's.
const ask = window.matchMedia.bind(window)
window.matchMedia = (query) =>
  query.includes('prefers-color-scheme') ? ask(setup.theme === 'dark' ? 'all' : 'not all') : ask(query)

if (setup.pace !== 'usual') leaveFocusOutside()

/** Native gets a call: it shows its sheet and answers as the scenario says. */
const answer = async (params: unknown) => {
  if (scenario.action !== 'backend' && !isAtOnce) await native?.ask({ method: scenario.action, params })
  return answerOf(scenario, setup)
}

const { userAgent } = navigator
installSimulator({
  insideWallet,
  readyAfter,
  platform: setup.platform,
  bridge: setup.bridge,
  language: setup.language,
  answers: { [scenario.action]: answer },
  observe(step) {
    log.addRaw(step)
    native?.observe(step)
  },
})

// The simulator has set a phone's user agent.
if (setup.place === 'browser')
  Object.defineProperty(navigator, 'userAgent', { configurable: true, get: () => userAgent })

const runner =
  setup.mode === 'kit'
    ? createKitRunner({
        setup,
        scenario,
        screen: () => screen,
        inspector: { created: log.kitIsThere, step: log.addKit },
        send,
      })
    : createRawRunner(setup, scenario, () => screen)
const screen: Screen = createScreen(setup, scenario.action, runner.locale)
const native = insideWallet
  ? createDrawnNative({
      words: wordsOf(runner.locale),
      theme: setup.theme,
      place: byId('bar'),
      title: screen.name,
      sheetTime: LATENCY,
    })
  : undefined

if (!insideWallet) showToolbox(runner)
screen.button.addEventListener('click', () => runner.run())
/** Plays the scenario's taps. Outside the wallet, one is enough, and a camera must not start by itself. */
function playTaps(): void {
  const outsideTaps = scenario.action === 'scanQRCode' ? [] : scenario.taps.slice(0, 1)
  for (const time of insideWallet ? scenario.taps : outsideTaps) {
    setTimeout(
      () => {
        screen.ripple()
        runner.run()
      },
      isAtOnce ? 0 : time,
    )
  }
}

// After a direct link, the user has not touched the page yet, and the kit does not show messages that need an acting
// user.
const isUntouched = navigator.userActivation?.hasBeenActive === false
if (setup.mode === 'kit' && scenario.needsTouch && isUntouched) {
  screen.awaitTap()
  send({ kind: 'awaits-tap' })
} else playTaps()
