/** Follows what the page does beside its calls, and notes it in the log. */

import type { ClientOptions } from '../shared/settings'
import type { Words } from '../view/texts/words'
import type { Replay } from './actionReplay'
import { type AnswerSources, answerToAuthorization } from './answerer'
import type { Drawings } from './drawings'
import type { Log } from './log'
import type { PageKit } from './pageKit'
import type { PageSettings } from './pageSettings'
import type { RunTime } from './runTime'
import type { StateStore } from './stateStore'
import { addressHere, followOwnAddress, leadSocketsHere } from './targetAddress'
import { followAuthorization } from './watch/authorization'
import { followErrors } from './watch/errors'
import { followMissingSdk } from './watch/missingSdk'
import { followRefusals } from './watch/refused'
import { followResponseFaults } from './watch/responseFaults'
import { keepSdkOut, type SdkSource } from './watch/sdkFile'
import { followFailedScripts, followOwnTag } from './watch/sdkTags'
import { followSeenTexts } from './watch/seenTexts'
import { followWalletLinks } from './watch/walletLinks'
import { whenParsed } from './whenParsed'

export interface WatchOptions {
  readonly client: ClientOptions
  readonly words: Words
  readonly log: Log
  readonly kit: PageKit
  readonly settings: PageSettings
  readonly state: StateStore
  readonly sources: AnswerSources
  readonly drawings: Drawings
  /** The replay. It answers the browser's dialogs, after they were noted. */
  readonly replay: Replay | undefined
  /** The clock of the run that this page is replayed in. */
  readonly runTime: RunTime | undefined
}

export function watchPage(options: WatchOptions): void {
  const { client, words, log, kit, settings, state, sources, drawings, replay, runTime } = options
  const { inForce } = settings
  const { targetOrigin, faultsAddress, notes = [] } = client
  const isTest = !!client.driver
  const isInside = () => inForce().insideWallet

  followSeenTexts(log, { whenSeen: runTime?.whenSeen, onContent: replay?.contentIsDrawn })
  followWalletLinks(log, isInside, (walletPage) => state.set({ ...state.now(), walletPage }))
  followFailedScripts()
  const noteOwnTag =
    inForce().upsdk === 'given' && !isTest
      ? followOwnTag(kit.loadsSdk, (tag) => log.addNote('own-tag', words.ownTag[tag]))
      : undefined
  keepSdkOut(sourceOf(client), (address, tag) => {
    log.addNote('sdk', address, inForce().upsdk === 'missing' ? { isMissing: true } : {})
    noteOwnTag?.(address, tag)
  })
  followAuthorization({
    isInside,
    answer: (authorization) => answerToAuthorization(authorization, inForce(), sources),
    toHere: (address) => addressHere(address, targetOrigin),
    returnsHere: drawings.returnsHere,
    log,
    words,
  })
  followRefusals(log)
  if (!isTest) followMissingSdk(log, () => !isInside() || kit.loadsSdk())
  if (targetOrigin) {
    leadSocketsHere(targetOrigin)
    followOwnAddress(targetOrigin, (path) => log.addNote('server', words.ownAddress(path)))
    // A replay counts the page's requests.
    if (faultsAddress && !replay) followResponseFaults(faultsAddress, log, words)
  }
  followErrors(log)
  whenParsed(kit.look)
  window.addEventListener('load', kit.look)
  for (const kind of notes) log.addNote('server', words.serverNotes[kind])
  if (!notes.includes('policy'))
    whenParsed(() => {
      if (hasDisabledPolicy()) log.addNote('server', words.serverNotes.policy)
    })
}

function sourceOf({ driver, sdkAddress }: ClientOptions): SdkSource {
  if (driver) return { kind: 'own address' }
  return sdkAddress ? { kind: 'stand-in', address: sdkAddress } : { kind: 'nothing' }
}

/** Has the server disabled a policy that came behind the page's first script? */
const hasDisabledPolicy = (): boolean =>
  !!document.querySelector('meta[http-equiv^="x-content-security-policy" i]')
