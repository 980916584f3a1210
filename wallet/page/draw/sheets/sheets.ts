import type { SheetKind } from '../../../shared/outcomes'
import { consent } from './consent'
import type { DrawnSheet } from './drawnSheet'
import { face } from './face'
import { other } from './other'
import { payment } from './payment'
import { picture } from './picture'
import { place } from './place'
import { scan } from './scan'
import { share } from './share'

/** The sheets that are drawn. Their outcomes are in `shared/outcomes.ts`, which tests on Node read too. */
export const drawnSheets: Readonly<Record<SheetKind, DrawnSheet>> = {
  payment,
  consent,
  face,
  scan,
  picture,
  place,
  share,
  other,
}
