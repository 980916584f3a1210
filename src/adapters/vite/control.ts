import { readsChinese } from '../../inspector/language'
import { button, make } from '../../inspector/panel/elements'
import type { WalletSettings } from './settings'

const labels = {
  en: {
    title: 'Simulated wallet',
    open: 'Simulated wallet: change it',
    place: 'Opened',
    inside: 'inside the wallet',
    outside: 'outside the wallet',
    platform: 'Platform',
    bridge: 'Bridge',
    language: 'Language',
    ready: 'Bridge is up',
    now: 'at once',
    late: 'after 3 s',
    never: 'never',
    method: 'Method',
    answer: 'Its answer',
    success: 'success',
    silent: 'none',
    set: 'Set',
    reset: 'As at the start',
    note: 'Each change loads the page anew.',
  },
  zh: {
    title: '模拟的云闪付',
    open: '模拟的云闪付：更改设置',
    place: '打开位置',
    inside: '云闪付内',
    outside: '云闪付之外',
    platform: '平台',
    bridge: '桥接',
    language: '语言',
    ready: '桥接就绪',
    now: '立即',
    late: '3 秒后',
    never: '从不',
    method: '方法',
    answer: '返回',
    success: '成功',
    silent: '不返回',
    set: '设置',
    reset: '恢复初始设置',
    note: '每次更改都会重新加载页面。',
  },
} as const

const METHODS = [
  'pay',
  'appletAuth',
  'appletExplicitAuth',
  'bioDetect',
  'scanQRCode',
  'getLocationGps',
  'chooseImage',
]
const CODES = ['silent', '01', '94', '95', '96', '99', 'c02', 'c03', 'c05']
const LANGUAGES = ['zh_CN', 'zh_HK', 'en_US', 'ja_JP', 'ko_KR']

type Change = (changed: WalletSettings | undefined) => void
type Labels = (typeof labels)['en' | 'zh']

/** A small button in a corner, and behind it what the wallet does. Not of the page: in a shadow root of its own. */
export function showControl(settings: WalletSettings, change: Change): void {
  const words = readsChinese() ? labels.zh : labels.en
  const host = make('div', {})
  host.setAttribute('data-upsdk-kit', 'simulator')
  const root = host.attachShadow ? host.attachShadow({ mode: 'open' }) : host
  const panel = panelOf(settings, change, words)
  panel.hidden = true
  const opener = button(
    'upsdk',
    () => {
      panel.hidden = !panel.hidden
      opener.setAttribute('aria-expanded', String(!panel.hidden))
    },
    FLOATING,
  )
  opener.setAttribute('aria-label', words.open)
  opener.setAttribute('aria-expanded', 'false')
  root.appendChild(panel)
  root.appendChild(opener)
  document.body.appendChild(host)
}

const FLOATING: Partial<CSSStyleDeclaration> = {
  position: 'fixed',
  left: '8px',
  bottom: '8px',
  zIndex: '2147483000',
  padding: '0 12px',
  border: '0',
  borderRadius: '22px',
  background: '#0b5c66',
  color: '#fff',
  font: '13px/1.5 sans-serif',
  opacity: '0.9',
}

function panelOf(settings: WalletSettings, change: Change, words: Labels): HTMLElement {
  const {
    insideWallet = true,
    platform = 'android',
    bridge = 'cordova',
    language = 'zh_CN',
    readyAfter = 0,
  } = settings
  const ready = readyAfter === 'never' ? 'never' : readyAfter ? '3000' : '0'
  return make(
    'section',
    {
      position: 'fixed',
      left: '8px',
      bottom: '60px',
      zIndex: '2147483000',
      boxSizing: 'border-box',
      width: 'calc(100vw - 16px)',
      maxWidth: '320px',
      maxHeight: 'calc(100vh - 80px)',
      overflowY: 'auto',
      padding: '12px 16px 16px',
      borderRadius: '14px',
      background: '#fff',
      color: '#1b2529',
      boxShadow: '0 4px 24px rgba(0,0,0,0.25)',
      font: '14px/1.5 sans-serif',
      textAlign: 'left',
    },
    make('strong', {}, words.title),
    make('p', { margin: '0 0 8px', opacity: '0.65', fontSize: '12px' }, words.note),
    choice(
      words.place,
      { inside: words.inside, outside: words.outside },
      insideWallet ? 'inside' : 'outside',
      (value) => change({ insideWallet: value === 'inside' }),
    ),
    choice(words.platform, { android: 'Android', ios: 'iOS', harmony: 'HarmonyOS' }, platform, (value) =>
      change({ platform: value as WalletSettings['platform'] }),
    ),
    choice(words.bridge, { cordova: 'cordova', jsbridge: 'jsbridge' }, bridge, (value) =>
      change({ bridge: value as 'cordova' | 'jsbridge' }),
    ),
    choice(words.language, Object.fromEntries(LANGUAGES.map((one) => [one, one])), language, (value) =>
      change({ language: value }),
    ),
    choice(words.ready, { 0: words.now, 3000: words.late, never: words.never }, ready, (value) =>
      change({ readyAfter: value === 'never' ? value : Number(value) }),
    ),
    answersOf(settings, change, words),
    button(words.reset, () => change(undefined), { width: '100%', marginTop: '8px' }),
  )
}

/** Which method answers what: a code of one's own may be written. */
function answersOf({ answers = {} }: WalletSettings, change: Change, words: Labels): HTMLElement {
  const method = input(words.method, METHODS)
  const answer = input(`${words.answer}: ${words.success}`, CODES)
  const set = button(words.set, () => {
    if (method.value) change({ answers: { ...answers, [method.value.trim()]: answer.value.trim() } })
  })
  const list = Object.keys(answers)
    .filter((name) => answers[name])
    .map((name) => make('li', {}, `${name}: ${answers[name] === 'silent' ? words.silent : answers[name]}`))
  return make(
    'div',
    { padding: '8px 0' },
    make('ul', { margin: '0 0 6px', padding: '0 0 0 18px' }, ...list),
    make(
      'div',
      { display: 'flex', flexWrap: 'wrap', gap: '6px' },
      ...withList(method, METHODS),
      ...withList(answer, CODES),
      set,
    ),
  )
}

const FIELD: Partial<CSSStyleDeclaration> = {
  boxSizing: 'border-box',
  flex: '1 1 110px',
  minWidth: '0',
  minHeight: '44px',
  padding: '0 8px',
  border: '1px solid rgba(127,127,127,0.4)',
  borderRadius: '10px',
  background: '#fff',
  color: 'inherit',
  fontSize: '16px',
}

function input(name: string, list: readonly string[]): HTMLInputElement {
  const field = make('input', FIELD)
  field.placeholder = name
  field.setAttribute('aria-label', name)
  field.setAttribute('list', `upsdk-kit-${list[0]}`)
  return field
}

function withList(field: HTMLInputElement, values: readonly string[]): HTMLElement[] {
  const list = make('datalist', {})
  list.id = field.getAttribute('list') || ''
  for (const value of values) list.appendChild(Object.assign(make('option', {}), { value }))
  return [field, list]
}

function choice(
  name: string,
  values: Readonly<Record<string, string>>,
  chosen: string,
  choose: (value: string) => void,
): HTMLElement {
  const field = make('select', FIELD)
  for (const value of Object.keys(values))
    field.appendChild(Object.assign(make('option', {}, values[value] || value), { value }))
  field.value = chosen
  field.addEventListener('change', () => choose(field.value))
  return make(
    'label',
    { display: 'flex', alignItems: 'center', gap: '8px', padding: '3px 0' },
    make('span', { flex: '0 0 84px' }, name),
    field,
  )
}
