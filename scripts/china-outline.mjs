/**
 * Makes `src/fallbacks/chinaOutline.ts`: a coarse outline of where Chinese maps are shifted (the mainland, Hong Kong,
 * Macao). The land border comes from Natural Earth 1:10m (public domain), the line at sea is drawn by hand.
 *
 * Nothing of the land is left out: a chord may only cut off what lies abroad, up to `CUT` km of it.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { mesh } from 'topojson-client'

/** km between the border and the outline, at most. */
const CUT = 20
/** km by which corners lie outside the border, so that rounding them leaves nothing out. */
const MARGIN = 8
/** km of border before and after a corner that tell what outside is there. */
const AROUND = 12
/** km by which the border may wind back beyond the ends of a chord. */
const SLACK = 8
/** Corners are rounded to 1/10 degree. */
const PARTS = 10
const KM_PER_DEGREE = 111.32

/**
 * From the mouth of the Yalu to that of the Beilun, east and north in tenths of a degree: round Matsu, Kinmen, the
 * Paracels and Hainan; Penghu, Taiwan and the islands of Vietnam and Korea stay outside.
 */
// biome-ignore format: a pair a corner
const AT_SEA = [
  [1242, 398], [1239, 393], [1239, 370], [1241, 320], [1235, 295], [1225, 275], [1209, 264], [1202, 257], [1199, 251],
  [1190, 242], [1185, 229], [1172, 203], [1135, 152], [1105, 154], [1079, 185], [1081, 202], [1082, 213],
]

const atlas = createRequire(import.meta.url)('world-atlas/countries-10m.json')
const SHIFTED = ['156', '344', '446']

/** The land border, from the Beilun to the Yalu: China lies to the right. */
function landBorder() {
  const isShifted = ({ id }) => SHIFTED.includes(id)
  const { coordinates } = mesh(atlas, atlas.objects.countries, (a, b) => isShifted(a) !== isShifted(b))
  const isSame = ([x, y], [u, v]) => Math.hypot(x - u, y - v) < 1e-6
  const pieces = [...coordinates]
  const atBeilun = pieces.findIndex(([[east, north]]) => Math.hypot(east - 108, north - 21.5) < 0.1)
  const [line] = pieces.splice(atBeilun, 1)
  while (pieces.length) {
    const end = line[line.length - 1]
    const next = pieces.findIndex((piece) => isSame(piece[0], end) || isSame(piece[piece.length - 1], end))
    const [piece] = pieces.splice(next, 1)
    line.push(...(isSame(piece[0], end) ? piece : piece.reverse()).slice(1))
  }
  return line
}

/** km east and north from one place to another, close to it. */
const between = ([east, north], [fromEast, fromNorth]) => [
  (east - fromEast) * Math.cos((fromNorth * Math.PI) / 180) * KM_PER_DEGREE,
  (north - fromNorth) * KM_PER_DEGREE,
]

const border = landBorder()
/** km along the border. */
const along = [0]
for (let i = 1; i < border.length; i++)
  along.push(along[i - 1] + Math.hypot(...between(border[i], border[i - 1])))

/** A place of the border, moved abroad and rounded. */
function corner(place, i) {
  let [first, last] = [i, i]
  while (first > 0 && along[i] - along[first] < AROUND) first--
  while (last < border.length - 1 && along[last] - along[i] < AROUND) last++
  const [x, y] = between(border[last], border[first])
  const length = Math.hypot(x, y)
  const [east, north] = place
  const degrees = MARGIN / length / KM_PER_DEGREE
  const moved = [east - (y * degrees) / Math.cos((north * Math.PI) / 180), north + x * degrees]
  return moved.map((degree) => Math.round(degree * PARTS))
}
const corners = border.map(corner)

/** May the outline go straight from one corner to another? */
function isChord(i, j) {
  const [from, to] = [corners[i], corners[j]].map((tenths) => tenths.map((tenth) => tenth / PARTS))
  const [x, y] = between(to, from)
  const length = Math.hypot(x, y)
  if (!length) return j === i + 1
  for (let k = i + 1; k < j; k++) {
    const [u, v] = between(border[k], from)
    const inside = (y * u - x * v) / length
    const forward = (x * u + y * v) / length
    if (inside < 0 || inside > CUT || forward < -SLACK || forward > length + SLACK) return false
  }
  return true
}

/** The fewest corners that will do. */
function fewest() {
  const steps = border.map(() => Number.POSITIVE_INFINITY)
  const before = []
  steps[0] = 0
  for (let i = 0; i < border.length; i++) {
    if (steps[i] === Number.POSITIVE_INFINITY) continue
    for (let j = i + 1; j < border.length && j < i + 900; j++) {
      if (steps[i] + 1 < steps[j] && isChord(i, j)) {
        steps[j] = steps[i] + 1
        before[j] = i
      }
    }
  }
  const path = []
  for (let i = border.length - 1; i !== undefined; i = before[i]) path.unshift(corners[i])
  return path
}

const outline = [...fewest(), ...AT_SEA]
const steps = outline.map(([east, north], i) => {
  const [fromEast, fromNorth] = outline[i - 1] || [0, 0]
  return `${east - fromEast},${north - fromNorth}`
})
writeFileSync(
  new URL('../src/fallbacks/chinaOutline.ts', import.meta.url),
  `/**
 * Where Chinese maps are shifted: corner after corner, as steps of 0.1 degree to the east and to the north from
 * 0° E 0° N. Made by \`scripts/china-outline.mjs\` from Natural Earth's border.
 */
export const STEPS = \`
${steps.join(' ').replace(/(.{100,118}) /g, '$1\n')}\`
`,
)
console.log(`${outline.length} corners`)
