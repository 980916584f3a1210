import { make } from '../../../view/element'
import { drawnSheet } from './drawnSheet'
import { fileButton } from './fileButton'

/** The browser's own reader of codes. Not every browser has one. */
interface Detector {
  detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}
type WithDetector = { BarcodeDetector?: new () => Detector }

const texts = {
  'zh-Hans': {
    heading: '扫一扫',
    act: '扫到这个',
    scannedText: '扫到的内容',
    fromPicture: '从图片识别',
    nothingFound: '图片中没有识别到码',
  },
  en: {
    heading: 'Scan',
    act: 'Scan this',
    scannedText: 'Scanned text',
    fromPicture: 'From a picture',
    nothingFound: 'No code found in that picture',
  },
}

/** The sheet of scans: the developer types the scanned text, or has it read from a picture. */
export const scan = drawnSheet(texts, ({ words, memories: { scanned }, example }) => {
  const input = make('textarea', { class: 'mono', rows: 3, spellcheck: 'false' })
  input.value = scanned.get() || (typeof example.value === 'string' ? example.value : '')
  const status = make('p', { class: 'soft', role: 'status', hidden: true })
  const { BarcodeDetector } = window as unknown as WithDetector

  async function read(file: Blob, Reader: new () => Detector): Promise<void> {
    // newer-api: offered only if the browser has it
    const found = await new Reader().detect(await createImageBitmap(file)).catch(() => [])
    const [first] = found
    if (first) input.value = first.rawValue
    status.hidden = !!first
    status.textContent = first ? '' : words.nothingFound
  }

  const elements: HTMLElement[] = [
    make('label', { class: 'field' }, make('span', {}, words.scannedText), input),
  ]
  if (BarcodeDetector && typeof createImageBitmap === 'function')
    elements.push(
      make(
        'div',
        { class: 'row' },
        ...fileButton(words.fromPicture, (file) => void read(file, BarcodeDetector)),
      ),
    )
  return {
    elements: [...elements, status],
    value() {
      scanned.set(input.value)
      return input.value
    },
  }
})
