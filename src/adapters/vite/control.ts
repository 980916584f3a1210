import { readsChinese } from '../../inspector/language'
import { button, make } from '../../inspector/panel/elements'
import { answersOf } from './answers'
import { type Change, FIELD, type Labels, labels } from './parts'
import type { WalletSettings } from './settings'

const LANGUAGES = ['zh_CN', 'zh_HK', 'en_US', 'ja_JP', 'ko_KR']

/** A small button in a corner, and behind it what the wallet does. Not of the page: in a shadow root of its own. */
export function showControl(settings: WalletSettings, change: Change): void {
  const words = readsChinese() ? labels.zh : labels.en
  const host = make('div', {})
  host.setAttribute('data-upsdk-kit', 'simulator')
  const root = host.attachShadow ? host.attachShadow({ mode: 'open' }) : host
  const panel = panelOf(settings, change, words)
  panel.hidden = true
  const opener = button(
    words.title,
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
    choice(
      words.language,
      Object.assign({}, ...LANGUAGES.map((one) => ({ [one]: one }))),
      language,
      (value) => change({ language: value }),
    ),
    choice(words.ready, { 0: words.now, 3000: words.late, never: words.never }, ready, (value) =>
      change({ readyAfter: value === 'never' ? value : Number(value) }),
    ),
    answersOf(settings, change, words),
    button(words.reset, () => change(undefined), { width: '100%', marginTop: '8px' }),
  )
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
