import type { GroupId, StoryId } from './stories'

/** What happens without the kit, and with it. Words in backticks are code. */
export interface StoryText {
  /** @default the phone's name of its situation */
  readonly name?: string
  readonly raw: string
  readonly kit: string
}

export interface StoryTexts {
  readonly groups: Readonly<Record<Exclude<GroupId, 'first'>, string>>
  readonly stories: Readonly<Record<StoryId, StoryText>>
  /** What to tap. @param button its label */
  tap(button: string, taps: number): string
  /** What to look at then. @param compare the button that shows both phones */
  afterwards(compare: string): string
}
