/** Lets the developer drag the badge, or move it with the arrow keys: pages have their own bars at the bottom. */
import { on } from './element'
import { keep, readKept } from './keptValues'

const STORED = 'upsdk-kit.wallet.position'
/** A pointer that moves less than this, in px, has tapped. */
const IS_DRAG = 6
/** How far an arrow key moves the badge, in px. */
const STEP = 24

/** Distances from the left and bottom edge of the window, in px. */
interface Position {
  readonly left: number
  readonly bottom: number
}

/** Makes an element movable. @returns whether the current click ends a drag, so that it must open nothing */
export function makeMovable(element: HTMLElement): () => boolean {
  let position = stored() || { left: 8, bottom: 8 }
  let start: { x: number; y: number; from: Position } | undefined
  let isDragged = false

  function move({ left, bottom }: Position): void {
    const within = (value: number, size: number, own: number) => Math.max(0, Math.min(value, size - own))
    const { width, height } = element.getBoundingClientRect()
    position = {
      left: within(left, window.innerWidth, width || 48),
      bottom: within(bottom, window.innerHeight, height || 48),
    }
    element.style.left = `${position.left}px`
    element.style.bottom = `${position.bottom}px`
  }

  on(element, 'pointerdown', ({ clientX, clientY, pointerId }) => {
    start = { x: clientX, y: clientY, from: position }
    isDragged = false
    // newer-api: without it, a drag ends at the edge of the badge
    element.setPointerCapture?.(pointerId)
  })
  on(element, 'pointermove', ({ clientX, clientY }) => {
    if (!start) return
    const [x, y] = [clientX - start.x, clientY - start.y]
    isDragged = isDragged || Math.abs(x) + Math.abs(y) > IS_DRAG
    if (isDragged) move({ left: start.from.left + x, bottom: start.from.bottom - y })
  })
  on(element, 'pointerup', () => {
    start = undefined
    if (isDragged) keep(STORED, position)
  })
  on(element, 'keydown', (event) => {
    const [x = 0, y = 0] = ARROWS[event.key] || []
    if (!x && !y) return
    event.preventDefault()
    move({ left: position.left + x * STEP, bottom: position.bottom + y * STEP })
    keep(STORED, position)
  })
  window.addEventListener('resize', () => move(position))
  requestAnimationFrame(() => move(position))
  return () => isDragged
}

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

function stored(): Position | undefined {
  const { left, bottom } = Object(readKept(STORED)) as Partial<Position>
  return typeof left === 'number' && typeof bottom === 'number' ? { left, bottom } : undefined
}
