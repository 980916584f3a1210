/** Reads the command line's files in bin/, which have no types. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Presentation, Reason, Retry, Source } from '../../src/types/failure'
import type { Language } from './words'

type Text = readonly [question: string, answer: string, guide: string]

/** A topic that people search for by other words. */
export interface Topic {
  words: readonly string[]
  zh: Text
  en: Text
}

type Words = Record<Language, { how(retry: Retry, presentation: Presentation): string }>

const load = (file: string) => import(/* @vite-ignore */ pathToFileURL(resolve(file)).href)

interface Topics {
  topics: readonly Topic[]
  /** Other words that people type for a section, by its place. */
  alsoTyped: Readonly<Record<string, string>>
}

export const { topics, alsoTyped } = (await load('bin/topics.mjs')) as Topics
export const { words: commandLine } = (await load('bin/words.mjs')) as { words: Words }

/** Who can end a failure. */
export type Actor = 'user' | 'page' | 'platform' | 'server' | 'unionpay' | 'nobody'

interface Verdict {
  ACTORS: Readonly<Record<Actor, Record<Language, string>>>
  /** A reason in a sentence. */
  HAPPENED: Readonly<Record<Reason, Record<Language, string>>>
  actorOf(reason: Reason, source: Source, hint: string): Actor
  /** Is it a code of upsdk itself, which any call may end with? */
  isOfAnyCall(code: string): boolean
}

export const { ACTORS, HAPPENED, actorOf, isOfAnyCall } = (await load('bin/verdict.mjs')) as Verdict
