/**
 * Native's parts around the page: the title bar, or a page of the wallet above it. They follow from the calls that
 * reached native.
 */
import { isObject, readString } from '../../src/internalsWithoutDom'
import { LEADS_AWAY } from '../methods/methodTable'

/** The title bar as the page has set it. */
export interface TitleBarState {
  readonly title: string
  /** CSS colours. The second is the other end of a gradient. */
  readonly background: string | undefined
  readonly backgroundEnd: string | undefined
  /** The side at which the gradient begins. */
  readonly gradientFrom: 'top' | 'bottom' | 'left' | 'right'
  /** The colour of its text and icons. */
  readonly text: 'black' | 'white'
  readonly hasBackButton: boolean
  readonly isVisible: boolean
  readonly rightButton: { readonly title: string; readonly image: string } | undefined
}

/** A page of the wallet or of another mini-program that would be above the page now. */
export interface WalletPage {
  readonly method: string
  readonly params: unknown
}

export interface PageState {
  readonly titleBar: TitleBarState
  readonly walletPage: WalletPage | undefined
  /** The page has closed itself, and the wallet's home shows. */
  readonly isClosed: boolean
}

export const INITIAL_STATE: PageState = {
  titleBar: {
    title: '',
    background: undefined,
    backgroundEnd: undefined,
    gradientFrom: 'top',
    text: 'black',
    hasBackButton: true,
    isVisible: true,
    rightButton: undefined,
  },
  walletPage: undefined,
  isClosed: false,
}

/** Makes the state after a call has reached native. It is the same object if nothing has changed. */
export function afterCall(state: PageState, method: string, params: unknown): PageState {
  const { titleBar } = state
  switch (method) {
    case 'setNavigationBarTitle':
      return { ...state, titleBar: { ...titleBar, title: textParam(params, 'title') } }
    case 'setNavigationBarRightButton':
      return { ...state, titleBar: { ...titleBar, rightButton: rightButtonOf(params) } }
    case 'setTitleStyle':
      return { ...state, titleBar: { ...titleBar, ...styleOf(params) } }
    case 'closeWebApp':
      return { ...state, isClosed: true }
    default:
      return LEADS_AWAY.test(method) ? { ...state, walletPage: { method, params } } : state
  }
}

/** Reads a text parameter: upsdk takes the text itself, or an object with it under a name. */
export const textParam = (params: unknown, name: string): string =>
  typeof params === 'string' ? params : readString(params, name) || ''

function rightButtonOf(params: unknown): TitleBarState['rightButton'] {
  const title = readString(params, 'title') || ''
  const image = readString(params, 'image') || ''
  // Pages hide the button, which upsdk cannot remove, by a blank title.
  return title.trim() || image ? { title, image } : undefined
}

const SIDES = ['top', 'bottom', 'left', 'right'] as const

/** Reads a title style. Native takes numbers and numeric text alike. */
function styleOf(params: unknown): Partial<TitleBarState> {
  if (!isObject(params)) return {}
  const given = (name: string) => (params[name] === undefined ? undefined : String(params[name]))
  const start = colorOf(given('appletTitleGradientStartColor'))
  const end = colorOf(given('appletTitleGradientEndColor'))
  const background = start || colorOf(given('navBackgroundColor'))
  const text = given('appletStyle')
  const back = given('backBtnVisible')
  const visible = given('appletTitleBarVisible')
  const from = given('appletTitleGradientOrient')
  return {
    ...(background && { background, backgroundEnd: start ? end : undefined }),
    ...(from && { gradientFrom: SIDES.filter((side) => side === from)[0] || 'top' }),
    ...((text === 'black' || text === 'white') && { text }),
    ...(back && { hasBackButton: back !== '0' }),
    ...(visible && { isVisible: visible !== '0' }),
  }
}

/** Makes a CSS colour of `0xAARRGGBB`, the format of upsdk's documents. */
function colorOf(value: string | undefined): string | undefined {
  const [, alpha, rgb] = /^(?:0x|#)([\da-f]{2})?([\da-f]{6})$/i.exec(value || '') || []
  return rgb && `#${rgb}${alpha || ''}`
}
