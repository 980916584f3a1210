/** The members of the Navigation API that are used. */
interface NavigateEvent extends Event {
  readonly destination: { readonly url: string }
}
type WithNavigation = { navigation?: EventTarget }

/** Calls `opened` in place of each navigation to an address that only the wallet opens (upsdk-behaviour §5). */
export function followWalletLinks(isInside: () => boolean, opened: (address: string) => void): void {
  navigateEvents((url, event) => {
    if (!event.cancelable || !/^upwallet:/i.test(url) || !isInside()) return
    event.preventDefault()
    // The page stays, so other listeners must not note that it leaves.
    event.stopImmediatePropagation()
    opened(url)
  })
}

/** Calls a listener before each navigation of this window, in browsers with the Navigation API. */
export function navigateEvents(listener: (url: string, event: Event) => void): void {
  const { navigation } = window as unknown as WithNavigation
  if (!navigation) return
  navigation.addEventListener('navigate', (event) =>
    listener((event as NavigateEvent).destination.url, event),
  )
}
