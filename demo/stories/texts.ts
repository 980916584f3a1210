import type { Language } from '../language'
import { en } from './en'
import type { StoryTexts } from './storyText'
import { zh } from './zh'

export const storyTexts: Readonly<Record<Language, StoryTexts>> = { zh, en }
