/** Reads the command line's files in bin/, which Node loads as they are. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Presentation, Retry } from '../../src/types/failure'
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

export const { ACTORS, VERDICTS, actorOf, isOfAnyCall } = (await load(
  'bin/verdict.mjs',
)) as typeof import('../../bin/verdict.mjs')

export const { REASONS, reasonEntry } = (await load(
  'bin/reasons.mjs',
)) as typeof import('../../bin/reasons.mjs')

export const { otherQuestions } = (await load(
  'bin/otherQuestions.mjs',
)) as typeof import('../../bin/otherQuestions.mjs')

/** A question of the index, with the guides that answer it. */
export interface Question extends Record<Language, string> {
  guides: readonly ({ file: string } & Record<Language, readonly [title: string, when: string]>)[]
}

export const { questions } = (await load('bin/guides.mjs')) as { questions: readonly Question[] }
