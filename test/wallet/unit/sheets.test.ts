/** The sheet of a call shows what is asked, answers what is tapped, and says how many calls wait. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shareLink } from '../../../src/openInApp'
import type { Choice, Question } from '../../../wallet/page/asker'
import { type SheetOptions, showSheet } from '../../../wallet/page/draw/sheet'
import { exampleFor } from '../../../wallet/page/exampleFor'
import { outcomesOf } from '../../../wallet/shared/outcomes'
import { WEB_AUTHORIZATION } from '../../../wallet/shared/webAuthorization'
import { en } from '../../../wallet/view/texts/en'
import { zh } from '../../../wallet/view/texts/zh'
import { eventually } from '../../support/eventually'
import { elementIn } from '../../support/onScreen'
import { outline } from '../../support/outline'
import { putBack } from '../../support/putBack'

const kept = new Map<string, string>()
let chosen: Choice[] = []
let left = 0
const shown: (() => void)[] = []

function closeAll(): void {
  for (const close of shown.splice(0)) close()
}

beforeEach(() => {
  kept.clear()
  chosen = []
  left = 0
})
afterEach(() => {
  closeAll()
  putBack()
})

const memoryOf = (name: string) => ({
  get: () => kept.get(name) || '',
  set: (text: string) => void kept.set(name, text),
})

/** Shows a sheet in place of the one before. */
function open(method: string, params?: unknown, options: Partial<SheetOptions> = {}) {
  closeAll()
  const question: Question = { method, params }
  const sheet = showSheet(
    question,
    (choice) => void chosen.push(choice),
    () => left++,
    {
      words: en,
      exampleOf: (asked) => exampleFor(asked.method, asked.params),
      memories: { scanned: memoryOf('text'), returnTo: memoryOf('returnTo') },
      ...options,
    },
  )
  shown.push(sheet.close)
  const host = document.querySelector<HTMLElement>('[data-upsdk-kit=sheet]')
  const root = host?.shadowRoot
  if (!root) throw new Error('no sheet is shown')
  const find = <Found extends HTMLElement>(selector: string) => elementIn<Found>(root, selector)
  return { sheet, host, root, find, tap: (outcome: string) => find(`[data-outcome="${outcome}"]`).click() }
}

/** Lists what stands between the title and the button of a success. */
function bodyOf(method: string, params?: unknown, options?: Partial<SheetOptions>): string[] {
  const lines = outline(open(method, params, options).root)
  const first = lines.findIndex((line) => /: simulated$/.test(line)) + 1
  return lines.slice(
    first,
    lines.findIndex((line) => line.includes('data-outcome=success')),
  )
}

/** Reads the value that a success of a sheet gives. */
async function gives(method: string, params?: unknown, before?: (sheet: ReturnType<typeof open>) => void) {
  const sheet = open(method, params)
  before?.(sheet)
  sheet.tap('success')
  await eventually(() => expect(chosen).toHaveLength(1))
  return chosen[0]?.value
}

/** Makes each canvas list what it is told, `fill` by its name alone, in place of drawing. */
function fakeCanvas(): unknown[] {
  const drawn: unknown[] = []
  const skip = () => undefined
  const context = {
    ...{ fillRect: skip, beginPath: skip, arc: skip, fill: () => void drawn.push('fill') },
    drawImage: (...given: unknown[]) => void drawn.push(['drawImage', ...given]),
  }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(((kind: string) =>
    kind === '2d' ? context : null) as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockImplementation((...given) => {
    drawn.push(['toDataURL', ...given])
    return 'data:image/jpeg;base64,QUJD'
  })
  return drawn
}

/** Chooses a file in the picker of a field. */
function choose(field: HTMLInputElement, file: File): void {
  Object.defineProperty(field, 'files', { value: [file], configurable: true })
  field.dispatchEvent(new Event('change'))
}

const type = (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string) => {
  field.value = value
  field.dispatchEvent(new Event('input'))
  field.dispatchEvent(new Event('change'))
}

/** The lines of a payment's sheet up to its button. */
const PAYMENT = [
  'h2 id=upsdk-kit-sheet: Payment',
  'span: pay',
  'span: simulated',
  'svg aria-hidden=true',
  'strong: Simulated: no money moves',
  'dt: tn',
  'dd: 1',
  'button type=button data-outcome=success: Pay',
]

/** Lists what the button of an outcome of a payment says. */
const saidOf = (outcome: string) => {
  const { outcomes, outcomeNotes, codeOf } = en
  const named = outcome as keyof typeof outcomes
  return [`b: ${outcomes[named] || outcome}`, `small: ${outcomeNotes[named] || codeOf('pay', outcome)}`]
}

describe('the sheet of a call', () => {
  it('names the call, and every outcome with what the page then gets, those that no user chooses apart', () => {
    expect(outline(open('pay', { tn: '1' }).root)).toEqual([
      'dialog aria-labelledby=upsdk-kit-sheet lang=en open',
      ...PAYMENT,
      'button type=button data-outcome=cancelled',
      'b: Cancel',
      'small: calls fail',
      'div role=group aria-labelledby=upsdk-kit-sheet-forced',
      'span id=upsdk-kit-sheet-forced: Force an outcome (for developers)',
      ...outcomesOf('pay')
        .filter((outcome) => outcome !== 'success' && outcome !== 'cancelled')
        .flatMap((outcome) => [`button type=button data-outcome=${outcome}`, ...saidOf(outcome)]),
      'label: Always answer so, and stop asking',
      'input type=checkbox = on',
      'div hidden',
      'div aria-hidden=true',
      'svg aria-hidden=true',
    ])
  })

  it.each([
    ['pay', 'zh', '支付'],
    ['appletExplicitAuth', 'zh', '授权'],
    ['chooseLocation', 'zh', '选择位置'],
    ['showSharePopup', 'zh', '分享'],
    ['addBankCard', 'en', 'Add a bank card'],
    ['openNFCSetting', 'zh', '打开 NFC 设置'],
    ['someCall', 'en', 'The user has to act'],
  ])('of %s has in %s the title %s', (method, language, title) => {
    const words = language === 'zh' ? zh : en
    const { find, root } = open(method, {}, { words })
    expect(find('h2').textContent).toBe(`${title} ${method}`)
    expect(root.querySelector('dialog')?.getAttribute('lang')).toBe(words.language)
  })

  it.each([
    ['pay', 'Pay', 'Cancel'],
    ['appletExplicitAuth', 'Allow', 'Refuse'],
    ['bioDetect', 'Pass the check', 'Cancel'],
    ['scanQRCode', 'Scan this', 'Cancel'],
    ['chooseImage', 'Use this picture', 'Cancel'],
    ['chooseLocation', 'Choose this place', 'Cancel'],
    ['showSharePopup', 'Share', 'Close'],
    ['addBankCard', 'Done', 'Cancel'],
  ])('of %s has buttons that say what happens: %s, %s', (method, act, refuse) => {
    const { root } = open(method)
    expect(root.querySelector('.main')?.textContent).toBe(act)
    expect(root.querySelector('.way-out b')?.textContent).toBe(refuse)
    const forced = [...root.querySelectorAll<HTMLElement>('.forced [data-outcome]')]
    const asked = outcomesOf(method).filter((one) => !/^(success|cancelled|closed)$/.test(one))
    expect(forced.map(({ dataset }) => dataset.outcome)).toEqual(asked)
  })

  it('has no group of forced outcomes where there are none', () => {
    expect(open(WEB_AUTHORIZATION, { scope: 'upapi_mobile' }).root.querySelector('.forced')).toBe(null)
  })

  it('marks its host with the method', () => {
    expect(open('pay').host?.dataset.method).toBe('pay')
  })

  it('has the focus on the button of a success, and of a scan on the field', () => {
    const focused = (root: ParentNode) => (root as ShadowRoot).activeElement
    expect(focused(open('pay').root)?.getAttribute('data-outcome')).toBe('success')
    expect(focused(open('scanQRCode').root)?.tagName).toBe('TEXTAREA')
  })

  it('answers with the outcome that is tapped, once', async () => {
    const { tap } = open('pay', { tn: '1' })
    tap('cancelled')
    tap('c02')
    await Promise.resolve()
    expect(chosen).toEqual([{ outcome: 'cancelled', value: undefined, always: false }])
  })

  it('gives the example with a success, and with a late one', async () => {
    expect(await gives('addBankCard')).toEqual(exampleFor('addBankCard', {}).value)
    chosen = []
    open('pay', {}, { exampleOf: () => ({ value: 'x', invented: false }) }).tap('late')
    await eventually(() => expect(chosen).toEqual([{ outcome: 'late', value: 'x', always: false }]))
  })

  it('keeps the answer if the developer asks for that', async () => {
    const { tap, find } = open('pay', { tn: '1' })
    find('input').click()
    tap('silent')
    await Promise.resolve()
    expect(chosen).toEqual([{ outcome: 'silent', value: undefined, always: true }])
  })

  it('offers to keep no picture, which is too large', () => {
    expect(open('chooseImage').root.querySelector('[type=checkbox]')).toBe(null)
  })

  it.each([
    ['pay', 'cancelled'],
    ['showSharePopup', 'closed'],
  ])('of %s is %s by the Escape key', async (method, outcome) => {
    open(method)
      .find('dialog')
      .dispatchEvent(new Event('cancel', { cancelable: true }))
    await Promise.resolve()
    expect(chosen).toMatchObject([{ outcome }])
  })

  it.each([
    [{ key: 'Enter', ctrlKey: true }, 1],
    [{ key: 'Enter', metaKey: true }, 1],
    [{ key: 'Enter' }, 0],
    [{ key: 'a', ctrlKey: true }, 0],
  ])('succeeds by Enter with Control or Command: %j', async (key, count) => {
    open('pay', { tn: '1' }).find('dialog').dispatchEvent(new KeyboardEvent('keydown', key))
    await Promise.resolve()
    expect(chosen.map(({ outcome }) => outcome)).toEqual(Array(count).fill('success'))
  })

  it('says how many calls wait, and offers to leave them all if there are more than three', () => {
    const { sheet, find, root } = open('pay')
    const waiting = () => outline(find('.choices > .row'))
    expect(find('.choices > .row').hidden).toBe(true)
    sheet.setWaiting(3)
    expect(find('.choices > .row').hidden).toBe(false)
    expect(waiting()).toEqual(['span role=status: 3 more waiting'])
    sheet.setWaiting(4)
    expect(waiting()).toEqual([
      'span role=status: 4 more waiting',
      'button type=button data-upsdk-kit-action=leave-all: Leave all unanswered',
    ])
    root.querySelector<HTMLElement>('[data-upsdk-kit-action=leave-all]')?.click()
    expect(left).toBe(1)
    sheet.setWaiting(0)
    expect(find('.choices > .row').hidden).toBe(true)
  })

  it('is gone when it is closed, and answers nothing more', async () => {
    const { sheet, tap } = open('pay')
    sheet.close()
    tap('success')
    await Promise.resolve()
    expect(chosen).toEqual([])
    expect(document.querySelector('[data-upsdk-kit=sheet]')).toBe(null)
  })

  it.each([
    [true, 'false'],
    [false, 'true'],
  ])('says whether its end is below the fold: in sight %s', (isIntersecting, below) => {
    let tell: (seen: object[]) => void = () => undefined
    const observed: unknown[] = []
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(callback: typeof tell, { root }: { root: Element }) {
          tell = callback
          observed.push(root.tagName)
        }
        observe(end: Element) {
          observed.push(end.className)
        }
      },
    )
    const { find } = open('pay')
    expect(observed).toEqual(['DIALOG', 'end'])
    tell([{ isIntersecting: !isIntersecting }, { isIntersecting }])
    expect(find('dialog').dataset.below).toBe(below)
  })

  it('of a refused web authorization says what the page gets', () => {
    const lines = outline(open(WEB_AUTHORIZATION, { scope: 'upapi_mobile' }).root)
    expect(lines).toContain('small: back to the page with errmsg and errorcode')
  })
})

describe('the body of a sheet', () => {
  it('offers the path here for a web authorization that returns to another host, and remembers it', () => {
    const params = { scope: 'upapi_mobile', redirectUri: 'https://m.bank.example/back?a=1' }
    expect(bodyOf(WEB_AUTHORIZATION, params).join()).not.toContain('Then go to')
    const here = 'http://localhost:5173/back?a=1'
    const listOf = () =>
      open(WEB_AUTHORIZATION, { ...params, here }).find<HTMLSelectElement>('[data-part=return-to]')
    const list = listOf()
    expect(Array.from(list.options).map(({ text }) => text)).toEqual(['m.bank.example/back', '/back here'])
    expect(list.value).toBe('')
    list.value = 'here'
    list.dispatchEvent(new Event('change'))
    expect(listOf().value).toBe('here')
  })

  it.each([
    ['pay', {}, ['dt: tn', 'dd: tn is missing']],
    ['qrPay', { scanQrCodeContent: 'q' }, ['dt: qrPay', 'dd: q']],
    ['qrPay', {}, ['dt: qrPay', 'dd: –']],
  ])('of %s with %j shows its number', (method, params, expected) => {
    expect(bodyOf(method, params).slice(-2)).toEqual(expected)
  })

  it.each([
    [{ scope: 'scope.mobile' }, 'the mobile number', 'scope.mobile'],
    [{ scope: 'own' }, 'own', 'own'],
    [{}, '–', '–'],
    [
      { scope: 'upapi_contract', appId: 'a', planId: 'p' },
      'payments without a password',
      'appId a · upapi_contract · planId p',
    ],
  ])('of an authorization says who asks for what: %j', (params, what, note) => {
    expect(bodyOf('appletExplicitAuth', params)).toEqual([
      'svg aria-hidden=true',
      `span: ${location.host || '(no title)'} asks for`,
      `strong: ${what}`,
      `p: ${note}`,
    ])
  })

  it('of a face verification shows what to do', () => {
    expect(bodyOf('bioDetect')).toEqual(['svg aria-hidden=true', 'strong: Look at the camera'])
  })

  it('of a scan has the text of the example, then the one of last time, and gives what is typed', async () => {
    const example = String(exampleFor('scanQRCode', {}).value)
    expect(bodyOf('scanQRCode').slice(0, 2)).toEqual([
      'span: Scanned text',
      `textarea rows=3 spellcheck=false = ${example}`,
    ])
    expect(await gives('scanQRCode', {}, ({ find }) => type(find('textarea'), 'typed'))).toBe('typed')
    expect(bodyOf('scanQRCode')[1]).toContain('= typed')
  })

  it('of a scan reads a picture, if the browser reads codes', async () => {
    const found = [{ rawValue: 'https://qr.example/' }]
    vi.stubGlobal('createImageBitmap', () => Promise.resolve({}))
    vi.stubGlobal(
      'BarcodeDetector',
      class {
        detect = () => Promise.resolve(found)
      },
    )
    const { find, root } = open('scanQRCode')
    const [, , button, picker, status] = outline(find('.body'))
    expect([button, picker, status]).toEqual([
      'button type=button: From a picture',
      'input type=file accept=image/* tabindex=-1 aria-hidden=true = ',
      'p role=status hidden',
    ])
    const picks = vi.spyOn(find<HTMLInputElement>('[type=file]'), 'click').mockImplementation(() => undefined)
    find('.body button').click()
    expect(picks).toHaveBeenCalledOnce()
    choose(find('[type=file]'), new File(['x'], 'code.png'))
    await eventually(() => expect(find<HTMLTextAreaElement>('textarea').value).toBe('https://qr.example/'))
    expect(find('[role=status]').hidden).toBe(true)
    found.pop()
    choose(find('[type=file]'), new File(['x'], 'none.png'))
    await eventually(() => expect(find('[role=status]').hidden).toBe(false))
    expect(find('[role=status]').textContent).toBe('No code found in that picture')
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('https://qr.example/')
    expect(root.querySelectorAll('[type=file]')).toHaveLength(1)
  })

  it('of a scan reads no picture in other browsers', () => {
    expect(open('scanQRCode').root.querySelector('[type=file]')).toBe(null)
  })

  it.each([
    [{}, '320 × 240'],
    [{ maxWidth: '160' }, '160 × 120'],
    [{ maxHeight: 24 }, '32 × 24'],
    [{ maxWidth: '0', maxHeight: 'tall' }, '320 × 240'],
    [{ maxWidth: 1, maxHeight: 1000 }, '1 × 1'],
    ['no parameters', '320 × 240'],
  ])('of a picture shows the sample as large as the page takes it: %j', (params, size) => {
    const drawn = fakeCanvas()
    const { find } = open('chooseImage', params)
    expect(outline(find('.body'))).toEqual([
      `canvas role=img data-part=preview width=${size.split(' ')[0]} height=${size.split(' ')[2]} aria-label=sample picture · ${size}`,
      `p role=status: sample picture · ${size}`,
      'button type=button: Choose a picture',
      'input type=file accept=image/* tabindex=-1 aria-hidden=true = ',
      'button type=button: Use the sample picture',
    ])
    expect(drawn).toContain('fill')
  })

  it('of a picture gives the chosen one, as a JPEG without its prefix, or the sample again', async () => {
    const drawn = fakeCanvas()
    const image = { width: 4, height: 2 }
    let finish: (image: object) => void = () => undefined
    vi.stubGlobal(
      'createImageBitmap',
      () =>
        new Promise((resolve) => {
          finish = resolve
        }),
    )
    const { find, tap } = open('chooseImage', {})
    choose(find('[type=file]'), new File(['x'], 'tea.png'))
    drawn.length = 0
    tap('success')
    await Promise.resolve()
    expect(chosen).toEqual([])
    finish(image)
    await eventually(() => expect(chosen).toHaveLength(1))
    expect(drawn).toEqual([
      ['drawImage', image, 0, 0, 4, 2],
      ['toDataURL', 'image/jpeg', 0.85],
    ])
    expect(chosen[0]?.value).toEqual({ base64: 'QUJD', type: 'jpg' })
    expect(find('[role=status]').textContent).toBe('tea.png · 4 × 2')
    Array.from(find('.body').querySelectorAll('button'))[1]?.click()
    expect(find('[role=status]').textContent).toBe('sample picture · 320 × 240')
  })

  it.each([
    ['that the browser cannot read', () => Promise.reject(new Error('no picture'))],
    ['in a browser that reads none', undefined],
  ])('of a picture keeps the sample and says so of a file %s', async (_what, reader) => {
    fakeCanvas()
    vi.stubGlobal('createImageBitmap', reader)
    const { find } = open('chooseImage', {})
    choose(find('[type=file]'), new File(['x'], 'a.txt'))
    const said = 'a.txt: not a picture that the browser can read'
    await eventually(() => expect(find('[role=status]').textContent).toBe(said))
    expect(find<HTMLCanvasElement>('canvas').width).toBe(320)
  })

  it('of a picture is shown where there is no canvas, and gives what there is', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:,')
    expect(await gives('chooseImage', {})).toEqual({ base64: '', type: 'jpg' })
  })

  it('of a place has a list and coordinates to edit, and gives all fields that the page may read', async () => {
    const lines = bodyOf('chooseLocation')
    expect(lines.slice(0, 7)).toEqual([
      'span: Place',
      'select = 0',
      'option value=0: The Bund',
      "option value=1: Tian'anmen",
      'option value=2: Canton Tower',
      'option value=3: Chunxi Road',
      'option value=4: Victoria Harbour',
    ])
    expect(lines.slice(7)).toEqual([
      'span: Longitude (GCJ-02)',
      'input type=number step=any = 121.490317',
      'span: Latitude (GCJ-02)',
      'input type=number step=any = 31.241701',
    ])
    const value = await gives('chooseLocation', {}, ({ find, root }) => {
      type(find('select'), '2')
      const [, latitude] = Array.from(root.querySelectorAll<HTMLInputElement>('[type=number]'))
      if (latitude) latitude.value = '23'
    })
    expect(value).toMatchObject({
      name: 'Canton Tower',
      address: '222 Yuejiang West Road, Guangzhou',
      longitude: '113.324587',
      latitude: '23',
      provinceName: 'Guangdong',
      cityName: 'Guangzhou',
    })
    expect(Object.keys(value as object)).toEqual(
      Object.keys(exampleFor('chooseLocation', {}).value as object),
    )
  })

  it('of a share shows what a receiver sees, and where the link leads', () => {
    const params = {
      title: 'Shop',
      desc: 'Tea',
      picUrl: 'https://a.example/a.png',
      shareUrl: 'https://a.example/',
    }
    expect(bodyOf('shareSinglePlugin', { ...params, shareId: '3' })).toEqual([
      'img src=https://a.example/a.png alt',
      'strong: Shop',
      'div: Tea',
      'p: https://a.example/',
      'p: Opens a browser, not the mini-program: make the link with shareLink',
      'span: Share to',
      'select = 3',
      'option value=3: QQ',
    ])
    expect(bodyOf('showSharePopup', {}).slice(0, 3)).toEqual([
      'strong: (no title)',
      'p: No link',
      'span: Share to',
    ])
  })

  it.each([
    [{ shareList: [{ shareId: '4' }, { shareId: '9' }, {}, 'x'] }, ['4: Weibo', '9: 9']],
    [
      { shareList: [] },
      ['0: WeChat', '1: Moments', '3: QQ', '4: Weibo', '5: Text message', '6: Copy link', '7: More'],
    ],
    [
      { shareList: 'no list' },
      ['0: WeChat', '1: Moments', '3: QQ', '4: Weibo', '5: Text message', '6: Copy link', '7: More'],
    ],
    [
      'no parameters',
      ['0: WeChat', '1: Moments', '3: QQ', '4: Weibo', '5: Text message', '6: Copy link', '7: More'],
    ],
  ])('of a share offers the channels of %j', (params, channels) => {
    const lines = bodyOf('showShareMorePanel', params).filter((line) => line.startsWith('option'))
    expect(lines).toEqual(channels.map((channel) => `option value=${channel}`))
  })

  it('of a share says so if its picture does not load', () => {
    const picUrl = 'https://a.example/missing.png'
    const { find, root } = open('showSharePopup', { title: 'Shop', picUrl })
    expect(root.querySelector('[data-part=no-picture]')).toBe(null)
    find('.card img').dispatchEvent(new Event('error'))
    expect(find('[data-part=no-picture]').textContent).toBe(`The picture did not load: ${picUrl}`)
    expect(root.querySelector('.card img')).toBe(null)
    expect(find('.card').textContent).toBe('Shop')
  })

  it('of a share gives the chosen channel, and says of a link from shareLink that it leads back', async () => {
    expect(await gives('showSharePopup', {}, ({ find }) => type(find('select'), '5'))).toBe('5')
    const shareUrl = shareLink({ encryptAppId: 'e435a17fdd158318' })
    expect(bodyOf('showSharePopup', { shareUrl })).toContain('p: Opens the mini-program again')
  })

  it('of any other call shows the parameters, and a result to edit as JSON or text', async () => {
    expect(bodyOf('addCommonApp', { url: 'u' }).slice(0, 2)).toEqual([
      'span: Parameters',
      'pre: {\n  "url": "u"\n}',
    ])
    for (const [typed, value] of [
      ['{"a":1}', { a: 1 }],
      ['[1]', [1]],
      ['text', 'text'],
      [' ', undefined],
    ] as const) {
      chosen = []
      expect(await gives('chooseFileFromAlbum', {}, ({ find }) => type(find('textarea'), typed))).toEqual(
        value,
      )
    }
  })

  it('of any other call says if its result is an example of ours, and if what is typed is no JSON', () => {
    const { root, find } = open('x', {}, { exampleOf: () => ({ value: { a: 1 }, invented: true }) })
    expect(outline(find('.body'))).toEqual([
      'span: Result (JSON)',
      'textarea spellcheck=false rows=4 = {\n  "a": 1\n}',
      'span role=status',
      'p: No document says what this method returns; this is an example',
    ])
    const status = () => root.querySelector('[role=status]')?.textContent
    type(find('textarea'), 'text')
    expect(status()).toBe('Not JSON: returned as text')
    type(find('textarea'), '{"a":2}')
    expect(status()).toBe('')
    type(find('textarea'), 'text')
    type(find('textarea'), ' ')
    expect(status()).toBe('')
  })

  it('of any other call without a result has no field, and gives nothing', async () => {
    const { root, tap } = open('x', undefined, { exampleOf: () => ({ value: undefined, invented: false }) })
    expect(root.querySelector('textarea')).toBe(null)
    expect(root.querySelector('pre')).toBe(null)
    tap('success')
    await eventually(() => expect(chosen).toEqual([{ outcome: 'success', value: undefined, always: false }]))
  })

  it('of any other call is shown with parameters that are no JSON, and with a text as the result', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    const { root, find } = open('x', circle, { exampleOf: () => ({ value: 'as it is', invented: false }) })
    expect(root.querySelector('pre')).toBe(null)
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('as it is')
  })
})
