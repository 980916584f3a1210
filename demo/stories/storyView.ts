/** The list of stories, and the phone in which one is open. */
import { byId, make, openInFrame, write } from '../dom'
import { type Language, WALLET_LANGUAGES, walletWords } from '../language'
import { shopTexts } from '../shop/texts'
import { texts } from '../texts'
import {
  GROUPS,
  type GroupId,
  type Mode,
  STORY_IDS,
  type Story,
  type StoryId,
  shopAddress,
  stories,
  storyOf,
} from './stories'
import { storyTexts } from './texts'

export interface StoryView {
  /** Opens a story in the phone. */
  open(id: StoryId): void
  /** Gives the shop in the phone the focus. */
  focusShop(): void
  translate(language: Language): void
}

/** How long after a first tap the phone is brought into view, in ms: the tap has ended, and nothing is drawn yet. */
const AFTER_TAP = 250

/** Makes the link of the phone that opens a story. It leaves what it does not name, such as the platform. */
function linkOf(id: StoryId, mode: Mode, language: Language): string {
  const { situation }: Story = storyOf(id)
  const query = new URLSearchParams({
    situation: situation || 'none',
    mode,
    language: WALLET_LANGUAGES[language],
  })
  const { pathname, search } = new URL(shopAddress(id), location.href)
  return `phone.html?${query}#${pathname}${search}`
}

/**
 * @param chosen runs when the reader has chosen a story
 * @param compared runs when the phone shows both modes side by side
 */
export function createStoryView(
  first: StoryId,
  language: Language,
  chosen: (id: StoryId) => void,
  compared: () => void,
): StoryView {
  const phone = byId('phone') as HTMLIFrameElement
  const failed = byId('failed')
  const again = make('button', { type: 'button' })
  const modeLinks = document.querySelectorAll<HTMLAnchorElement>('.story-modes [data-mode]')
  const links = new Map<StoryId, HTMLAnchorElement>()
  const titles = new Map<Exclude<GroupId, 'first'>, HTMLElement>()
  const more = byId('more') as HTMLDetailsElement
  let id = first
  let mode: Mode = 'raw'

  for (const group of GROUPS) {
    const items = STORY_IDS.filter((one) => stories[one].group === group).map((one) => {
      const link = make('a', { 'data-story': one })
      links.set(one, link)
      followClick(link, () => {
        chosen(one)
        open(one)
        showPhone()
      })
      return make('li', {}, link)
    })
    if (group === 'first') byId('stories').append(...items)
    else {
      const title = make('h3')
      titles.set(group, title)
      more.append(title, make('ul', {}, ...items))
    }
  }
  for (const link of modeLinks)
    followClick(link, () => {
      mode = link.dataset.mode === 'kit' ? 'kit' : 'raw'
      open(id)
    })
  again.addEventListener('click', () => {
    // The same address again would load nothing.
    if (phone.contentDocument) phone.contentWindow?.location.reload()
    else open(id)
  })

  function open(next: StoryId): void {
    id = next
    // The list has the chosen one in sight.
    if (storyOf(id).group !== 'first') more.open = true
    failed.hidden = true
    openInFrame(phone, linkOf(id, mode, language))
    show()
  }

  /** Names a story, as the phone names its situation. One about a code has the code in front. */
  function nameOf(one: StoryId): string {
    const { group, situation = 'success' }: Story = storyOf(one)
    const name = storyTexts[language].stories[one].name || walletWords[language].phone.situations[situation]
    return group === 'code' ? `\`${one}\` ${name}` : name
  }

  /** Writes what depends on the story and its mode. */
  function show(): void {
    const { raw, kit } = storyTexts[language].stories[id]
    const { action, taps = 1 }: Story = storyOf(id)
    const { actions } = shopTexts[language === 'zh' ? 'zh-Hans' : 'en']
    write(byId('story-name'), nameOf(id))
    const { tap, afterwards } = storyTexts[language]
    byId('story-do').replaceChildren(
      make('b', {}, tap(actions[action].button, taps)),
      make('span', {}, afterwards(walletWords[language].phone.compare)),
    )
    write(byId('story-raw'), raw)
    write(byId('story-kit'), kit)
    byId('alone').setAttribute('href', linkOf(id, mode, language))
    for (const link of modeLinks) {
      const own = link.dataset.mode === 'kit' ? 'kit' : 'raw'
      link.href = linkOf(id, own, language)
      // The two are one switch, and one stop of the Tab key.
      link.tabIndex = own === mode ? -1 : 0
      mark(link, own === mode)
    }
    for (const [one, link] of links) {
      link.href = linkOf(one, mode, language)
      mark(link, one === id)
    }
  }

  /** Leaves the phone the room of the two sentences while it shows both modes, since it says the same there. */
  function followComparison(): void {
    const comparison = phone.contentDocument?.querySelector<HTMLElement>('[data-part=all]')
    const follow = () => {
      const isOpen = !!comparison && !comparison.hidden
      byId('story').toggleAttribute('data-compares', isOpen)
      if (isOpen) compared()
    }
    follow()
    if (comparison) new MutationObserver(follow).observe(comparison, { attributeFilter: ['hidden'] })
  }

  /** Scrolls to the phone, which is above the list if the columns are stacked. */
  function showPhone(): void {
    const { top } = phone.getBoundingClientRect()
    if (top >= 0 && top < window.innerHeight / 2) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    byId('story-name').scrollIntoView({ behavior: calm ? 'auto' : 'smooth' })
  }

  // On a phone what a tap opens may be below the edge of the window.
  window.addEventListener('blur', () => {
    if (document.activeElement === phone)
      setTimeout(() => phone.scrollIntoView({ block: 'nearest' }), AFTER_TAP)
  })
  phone.addEventListener('load', () => {
    failed.hidden = !!phone.contentDocument?.querySelector('[data-upsdk-kit=page]')
    followComparison()
  })
  return {
    open,
    focusShop: () => phone.contentDocument?.querySelector<HTMLElement>('[data-upsdk-kit=page]')?.focus(),
    translate(wanted) {
      const isOther = wanted !== language
      language = wanted
      const { groups } = storyTexts[language]
      for (const [group, title] of titles) title.textContent = groups[group]
      for (const [one, link] of links) write(link, nameOf(one))
      failed.replaceChildren(make('p', {}, texts[language].failed.text), again)
      again.textContent = texts[language].failed.again
      show()
      if (isOther) open(id)
    },
  }
}

function mark(link: HTMLElement, isOn: boolean): void {
  if (isOn) link.setAttribute('aria-current', 'true')
  else link.removeAttribute('aria-current')
}

/** Runs at a plain click. With Ctrl and the like, a link opens beside this page, as links do. */
function followClick(link: HTMLElement, run: () => void): void {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    run()
  })
}
