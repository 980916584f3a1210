/** The two modes of a run: the page as it is, or with the kit in upsdk's place. */
import type { Words } from '../view/texts/words'

export const modeOf = (inPlace: boolean): 'raw' | 'kit' => (inPlace ? 'kit' : 'raw')

export const modeName = (inPlace: boolean, { phone }: Words): string => (inPlace ? phone.inPlace : phone.asIs)
