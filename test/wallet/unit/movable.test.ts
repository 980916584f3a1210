/** The badge stands where the developer has left it, within the window. */
import { beforeEach, expect, it, vi } from 'vitest'
import { makeMovable } from '../../../wallet/view/movable'

beforeEach(() => localStorage.clear())

/** Makes a badge, whose place is found when the browser draws. @returns its left and bottom */
function placeOf(kept: string): string[] {
  localStorage.setItem('upsdk-kit.wallet.position', kept)
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => run())
  const badge = document.createElement('button')
  makeMovable(badge)
  vi.unstubAllGlobals()
  return [badge.style.left, badge.style.bottom]
}

it('is put where it was left', () => {
  expect(placeOf('{"left":40,"bottom":30}')).toEqual(['40px', '30px'])
  expect(placeOf('{"left":-5,"bottom":99999}')).toEqual(['0px', `${window.innerHeight - 48}px`])
})

it.each(['', '{', 'null', '[]', '{"left":40}', '{"left":"40","bottom":"30"}'])(
  'is put into its corner where no place is kept: %s',
  (kept) => expect(placeOf(kept)).toEqual(['8px', '8px']),
)
