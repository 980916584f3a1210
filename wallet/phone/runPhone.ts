/** A phone with the picture of the page as a run left it: the title bar, the page, and what the browser showed over it. */
import type { SeenText } from '../shared/log'
import type { PageState } from '../shared/pageState'
import type { Picture } from '../shared/picture'
import { make } from '../view/element'
import type { Words } from '../view/texts/words'
import { createTitleBar } from '../view/titleBar'
import { createAddressBar, createStatusBar } from './device'
import type { Theme } from './link'
import { drawPicture } from './pictureFrame'
import type { PhoneTexts } from './texts'

/** What stood above the page. */
export interface TitleOfRun {
  readonly state: PageState
  readonly title: string
  /** A browser has an address bar in its place. */
  readonly isInside: boolean
}

export interface RunPhoneOptions {
  readonly words: Words
  readonly texts: PhoneTexts
  /** Says what the picture shows. */
  readonly name: string
  readonly picture: Picture
  readonly title: TitleOfRun
  readonly address: string
  readonly theme: Theme
  /** The browser's own dialog, which the run has answered: no page has it in its document. */
  readonly dialog: SeenText | undefined
}

const nothing = (): void => undefined

/** Makes the phone, as large as fits into the element around it. */
export function createRunPhone(options: RunPhoneOptions): HTMLElement {
  const { words, texts, name, picture, title, address, theme, dialog } = options
  const bar = createTitleBar({ words, onBack: nothing, onRightButton: nothing, onClose: nothing })
  bar.show(title.state.titleBar, title.title)
  bar.host.toggleAttribute('inert', true)
  if (theme !== 'system') bar.host.dataset.theme = theme
  const statusBar = createStatusBar()
  statusBar.show(title.state.titleBar)
  // Phones hide it then.
  statusBar.element.hidden = picture.width > picture.height
  const page = drawPicture(picture, name).element
  const phone = make(
    'div',
    { class: 'run-phone' },
    statusBar.element,
    title.isInside ? bar.host : createAddressBar(texts, address),
    make('div', { class: 'run-page' }, page, dialog && drawDialog(dialog, words)),
  )
  phone.style.colorScheme = theme === 'system' ? '' : theme
  phone.style.width = `${picture.width}px`
  const fit = make('div', { class: 'fit' }, phone)
  const area = make('div', { class: 'run-area', 'data-theme': theme, 'data-part': 'run-phone' }, fit)
  new ResizeObserver(() => {
    const { offsetWidth, offsetHeight } = phone
    // The area may begin amid a pixel: an edge of the phone would be cut.
    const factor = Math.min(1, (area.clientWidth - 2) / offsetWidth, (area.clientHeight - 2) / offsetHeight)
    if (!(factor > 0)) return
    phone.style.transform = `scale(${factor})`
    fit.style.width = `${offsetWidth * factor}px`
    fit.style.height = `${offsetHeight * factor}px`
  }).observe(area)
  return area
}

const drawDialog = ({ form, message }: SeenText, { dialogButtons: { cancel, ok } }: Words): HTMLElement =>
  make(
    'div',
    { class: 'run-veil' },
    make(
      'div',
      { class: 'run-dialog' },
      make('p', { class: 'lines' }, message),
      form === 'prompt' && make('p', { class: 'run-input' }),
      form !== 'alert' && make('span', { class: 'link' }, cancel),
      make('span', { class: 'link' }, ok),
    ),
  )
