import { make, on } from '../../../view/element'

/** Makes a button that opens the computer's file picker for pictures. The browser's own field speaks its own language. */
export function fileButton(label: string, use: (file: File) => void): readonly [HTMLElement, HTMLElement] {
  const file = make('input', {
    type: 'file',
    accept: 'image/*',
    class: 'sr',
    tabindex: '-1',
    'aria-hidden': 'true',
  })
  on(file, 'change', () => {
    const [chosen] = Array.from(file.files || [])
    // The same file may be chosen again.
    file.value = ''
    if (chosen) use(chosen)
  })
  return [make('button', { type: 'button', class: 'plain', onclick: () => file.click() }, label), file]
}
